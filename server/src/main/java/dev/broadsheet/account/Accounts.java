package dev.broadsheet.account;

import dev.broadsheet.room.Room;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Routes;
import java.util.List;

/** The room of people: who they are, how they sign in, what they may do. Thread-safe. */
public final class Accounts implements Room, Endpoints {
    private final Sessions sessions;

    public Accounts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Endpoints> endpoints() {
        return List.of(this);
    }

    @Override
    public void addTo(Routes routes) {
        routes.authenticator(sessions::readerOf);
    }
}
