package dev.broadsheet.account;

import dev.broadsheet.installation.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs all that is kept of somebody, by this room and by the others, for them to take along. */
final class AccountExport {
    private final Sessions sessions;
    private final Profiles profiles;
    private final Supplier<List<PersonalData>> personalData;
    private final Clock clock;

    AccountExport(Sessions sessions, Profiles profiles, Supplier<List<PersonalData>> personalData, Clock clock) {
        this.sessions = sessions;
        this.profiles = profiles;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** A zip with a JSON file for each thing. */
    byte[] zip(Logins.Login login) {
        Map<String, Object> files = new TreeMap<>();
        personalData.get().forEach(room -> files.putAll(room.export(login.person())));
        files.put("account.json", account(login));
        files.put("sessions.json", sessions(login.person()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Object> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(clock.millis());
                zip.putNextEntry(entry);
                zip.write(Json.INDENTED.writeValueAsBytes(file.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Map<String, Object> account(Logins.Login login) {
        Person person = login.person();
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("number", person.number());
        account.put("name", person.name());
        account.put("fullName", person.fullName());
        account.put("email", Objects.requireNonNullElse(login.email(), ""));
        account.put("role", person.role().word());
        account.put("joined", person.joined().toString());
        account.put("suspended", person.state() == Person.State.SUSPENDED);
        account.put("shows", profiles.shown(person).stream().map(Shown::word).toList());
        return account;
    }

    private List<Map<String, String>> sessions(Person person) {
        return sessions.of(person).stream()
                .map(session -> Map.of(
                        "begun", session.begun().toString(),
                        "seen", session.seen().toString(),
                        "address", session.address(),
                        "browser", session.agent()))
                .toList();
    }
}
