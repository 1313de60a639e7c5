package dev.broadsheet.source.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import javax.net.ssl.SSLException;

/** Puts into a person's words what the client throws, often without any. */
final class NetworkFailure {
    private NetworkFailure() {}

    static String of(IOException trouble) {
        return switch (trouble) {
            case HttpConnectTimeoutException silent -> "the host does not answer";
            case ConnectException refused -> "the host accepts no connection";
            case SSLException insecure -> "no secure connection to the host: " + line(insecure);
            default -> line(trouble);
        };
    }

    private static String line(IOException trouble) {
        String message = trouble.getMessage();
        return message == null || message.isBlank()
                ? "the connection broke off"
                : RedactedAddress.of(message.replaceAll("\\s+", " ").strip());
    }
}
