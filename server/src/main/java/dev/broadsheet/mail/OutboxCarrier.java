package dev.broadsheet.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.simplejavamail.converter.EmailConverter;

/** Writes mails into a folder, for who runs the place to look at, or to send on. Nobody else can read them. */
final class OutboxCarrier implements Carrier {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Sender sender;

    OutboxCarrier(Path folder, MailSettings settings) {
        this.folder = folder;
        this.sender = Sender.of(settings.from());
    }

    @Override
    public void carry(QueuedMail mail) {
        String name = TIME.format(mail.created()) + "-" + mail.number() + ".eml";
        try {
            Files.createDirectories(folder, ownersOnly("rwx------"));
            Path unfinished = folder.resolve(name + ".part");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, ownersOnly("rw-------"));
            Files.writeString(unfinished, EmailConverter.emailToEML(Letter.of(mail, sender)));
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the file system knows owners. */
    private FileAttribute<?>[] ownersOnly(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String words() {
        return "into the folder " + folder.getFileName();
    }
}
