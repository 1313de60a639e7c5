package dev.broadsheet.cli;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.ops.StatusReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The server that runs on a folder, if one does: it alone knows at what rate it embeds. */
final class RunningServer {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private RunningServer() {}

    /** What the server of this folder reports; empty where none answers. */
    static Optional<StatusReport> report(DataFolder folder) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            String address = Files.readString(ServingLock.addressFile(folder)).strip();
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(address + Addresses.STATUS_JSON))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(StatusReport.read(response.body())) : Optional.empty();
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            // None, or one that was killed and left its address behind, or another program at that address.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
