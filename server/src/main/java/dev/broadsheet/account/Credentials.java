package dev.broadsheet.account;

import dev.broadsheet.account.key.ApiKeys;
import dev.broadsheet.account.key.KeyAuthenticator;
import dev.broadsheet.account.key.KeyPages;
import dev.broadsheet.database.Database;
import dev.broadsheet.room.Room;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Routes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** By what people prove who they are, beside a password; and who therefore sends a request. Thread-safe. */
public final class Credentials implements Room, Endpoints {
    private final Sessions sessions;
    private final KeyAuthenticator authenticator;
    private final KeyPages keys;

    public Credentials(Database database, People people, Sessions sessions, Clock clock) {
        ApiKeys apiKeys = apiKeys(database, people, clock);
        this.sessions = sessions;
        this.authenticator = new KeyAuthenticator(apiKeys);
        this.keys = new KeyPages(apiKeys, clock);
    }

    /** What becomes of somebody's credentials. */
    public static PersonalData personalData(Database database, People people, Clock clock) {
        return apiKeys(database, people, clock);
    }

    @Override
    public List<Endpoints> endpoints() {
        return List.of(this, keys);
    }

    @Override
    public void addTo(Routes routes) {
        // A key is brought on purpose, a cookie by itself.
        routes.authenticator(this::readerOf);
    }

    private Reader readerOf(Request request) {
        Optional<KeyHolder> holder = authenticator.holderOf(request);
        return holder.isPresent() ? holder.get() : sessions.readerOf(request);
    }

    private static ApiKeys apiKeys(Database database, People people, Clock clock) {
        return new ApiKeys(database, people, new Audit(clock), clock);
    }
}
