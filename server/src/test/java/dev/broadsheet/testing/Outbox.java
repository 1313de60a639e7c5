package dev.broadsheet.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that a server without a mail server has written into its folder. They arrive a little after the answer. */
public final class Outbox {
    private static final Pattern LINK = Pattern.compile("http://\\S+(/link/\\S+)");
    private static final int PATIENCE = 600;
    private static final int PAUSE_MILLIS = 50;

    private final Path folder;

    /** @param data the server's data folder */
    public Outbox(Path data) {
        this.folder = data.resolve("outbox");
    }

    /** A mail as its receiver sees it. */
    public record Received(String to, String subject, String text) {
        /** The path of the one-time link in it. */
        public String link() {
            Matcher link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in: " + text);
            }
            return link.group(1);
        }
    }

    /** All mails, the oldest first, once there are so many. */
    public List<Received> await(int count) {
        for (int i = 0; i < PATIENCE && all().size() < count; i++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        List<Received> all = all();
        if (all.size() != count) {
            throw new AssertionError("there are " + all.size() + " mails, not " + count + ": " + all);
        }
        return all;
    }

    /** The newest mail, once there are so many. */
    public Received last(int count) {
        return await(count).getLast();
    }

    private List<Received> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Outbox::number))
                    .map(Outbox::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1, name.length() - ".eml".length()));
    }

    private static Received read(Path file) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(Files.readAllBytes(file)));
            return new Received(
                    message.getHeader("To", ","),
                    message.getSubject(),
                    String.valueOf(message.getContent()).replace("\r\n", "\n"));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
