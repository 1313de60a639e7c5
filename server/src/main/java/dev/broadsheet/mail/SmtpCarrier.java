package dev.broadsheet.mail;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.MailException;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.mailer.MailValidationException;
import org.simplejavamail.mailer.MailerBuilder;

/** Hands mails to an SMTP server. */
final class SmtpCarrier implements Carrier {
    private static final int PATIENCE_MILLIS = 30_000;

    /** From here on a server's answer is meant for good. */
    private static final int FOR_GOOD = 500;

    private final Mailer mailer;
    private final Sender sender;

    SmtpCarrier(MailSettings settings) {
        sender = Sender.of(settings.from());
        boolean anonymous = settings.user().isEmpty();
        mailer = MailerBuilder.withSMTPServer(
                        settings.host(),
                        settings.port(),
                        anonymous ? null : settings.user(),
                        anonymous ? null : settings.password().reveal())
                .withTransportStrategy(
                        switch (settings.encryption()) {
                            case STARTTLS -> TransportStrategy.SMTP_TLS;
                            case TLS -> TransportStrategy.SMTPS;
                            case NONE -> TransportStrategy.SMTP;
                        })
                .withProperty(
                        "mail.smtp.starttls.enable",
                        String.valueOf(settings.encryption() == MailSettings.Encryption.STARTTLS))
                .withSessionTimeout(PATIENCE_MILLIS)
                .buildMailer();
    }

    @Override
    public void carry(QueuedMail mail) {
        try {
            mailer.sendMail(Letter.of(mail, sender), false).join();
        } catch (MailValidationException e) {
            throw new RefusedMailException("it cannot be written: " + e.getMessage(), e);
        } catch (MailException e) {
            int code = code(e);
            String reason = Delivery.reason(e);
            if (code >= FOR_GOOD) {
                throw new RefusedMailException(reason, e);
            }
            throw new IllegalStateException(reason, e);
        }
    }

    /** What the server said of this mail; 0 where it said nothing of it. */
    private static int code(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            int code = said(cause);
            if (code == 0
                    && cause instanceof jakarta.mail.MessagingException message
                    && message.getNextException() != null) {
                // The library hangs what the server said beside the cause.
                code = said(message.getNextException());
            }
            if (code > 0) {
                return code;
            }
        }
        return 0;
    }

    private static int said(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            case SMTPSenderFailedException from -> from.getReturnCode();
            default -> 0;
        };
    }

    @Override
    public String words() {
        return "by a mail server";
    }
}
