package dev.broadsheet.cli;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.installation.OperatorException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Asks a server for one page of each kind, so that a recording of the classes in use is complete. */
final class WarmUp {
    private static final List<String> PAGES = List.of(
            Addresses.PAPERS,
            Addresses.paper("2606.10651"),
            Addresses.search("agents that learn").href(),
            Addresses.STATUS,
            Addresses.API + "/daily_papers",
            Addresses.API + "/papers/search?q=video");

    private WarmUp() {}

    static void run(String address) {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (String page : PAGES) {
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(URI.create(address + page)).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw new OperatorException(page + " answered " + response.statusCode());
                }
            }
        } catch (IOException e) {
            throw new OperatorException("The server did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
