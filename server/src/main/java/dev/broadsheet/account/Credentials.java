package dev.broadsheet.account;

import dev.broadsheet.account.key.ApiKeys;
import dev.broadsheet.account.key.KeyAuthenticator;
import dev.broadsheet.account.key.KeyPages;
import dev.broadsheet.account.oidc.Identities;
import dev.broadsheet.account.oidc.OidcPages;
import dev.broadsheet.account.passkey.PasskeyPages;
import dev.broadsheet.account.passkey.Passkeys;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.room.Room;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Routes;
import dev.broadsheet.site.SiteAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By what people prove who they are, beside a password; and who therefore sends a request. Thread-safe. */
public final class Credentials implements Room, Endpoints {
    private final Sessions sessions;
    private final KeyAuthenticator authenticator;
    private final KeyPages keys;
    private final OidcPages providers;
    private final PasskeyPages passkeys;

    public Credentials(
            AccountSettings settings,
            Database database,
            People people,
            Sessions sessions,
            Throttle throttle,
            SiteAddress site,
            Clock clock) {
        Audit audit = new Audit(clock);
        ApiKeys apiKeys = new ApiKeys(database, people, audit, clock);
        this.sessions = sessions;
        this.authenticator = new KeyAuthenticator(apiKeys);
        this.keys = new KeyPages(apiKeys, clock);
        this.providers = new OidcPages(
                settings.providers(),
                database,
                new Identities(database, audit, clock),
                people,
                new Newcomers(settings, people, new Links(database, clock, site), audit, clock),
                sessions,
                throttle,
                site,
                clock);
        this.passkeys = new PasskeyPages(
                new Passkeys(database, audit, clock), database, people, sessions, throttle, site, clock);
    }

    /** The pages about them. */
    static List<AccountSection> sections(AccountSettings settings) {
        AccountSection passkeys = new AccountSection("Passkeys", PasskeyPages.PATH);
        AccountSection keys = new AccountSection("API keys", KeyPages.PATH);
        return OidcPages.links(settings.providers(), "", "").isEmpty()
                ? List.of(passkeys, keys)
                : List.of(passkeys, new AccountSection("Other ways to sign in", OidcPages.PATH), keys);
    }

    /** What becomes of somebody's credentials. */
    public static PersonalData personalData(Database database, People people, Clock clock) {
        Audit audit = new Audit(clock);
        List<PersonalData> kinds = List.of(
                new ApiKeys(database, people, audit, clock),
                new Identities(database, audit, clock),
                new Passkeys(database, audit, clock));
        return new PersonalData() {
            @Override
            public void deleted(Transaction transaction, Person person, boolean wordsStay) {
                kinds.forEach(kind -> kind.deleted(transaction, person, wordsStay));
            }

            @Override
            public Map<String, Object> export(Person person) {
                Map<String, Object> files = new HashMap<>();
                kinds.forEach(kind -> files.putAll(kind.export(person)));
                return files;
            }
        };
    }

    @Override
    public List<Endpoints> endpoints() {
        return List.of(this, keys, providers, passkeys);
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

    @Override
    public void close() {
        providers.close();
    }
}
