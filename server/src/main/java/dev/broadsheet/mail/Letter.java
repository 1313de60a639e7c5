package dev.broadsheet.mail;

import java.util.Date;
import java.util.Map;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.email.EmailBuilder;

/** A mail as Simple Java Mail has it. */
final class Letter {
    private Letter() {}

    static Email of(QueuedMail queued, Sender sender) {
        Mail mail = queued.mail();
        String domain = sender.address().substring(sender.address().indexOf('@') + 1);
        EmailPopulatingBuilder email = EmailBuilder.startingBlank()
                .fixingMessageId("<" + queued.messageId() + "@" + domain + ">")
                .fixingSentDate(Date.from(queued.created()))
                .from(sender.name().isEmpty() ? null : sender.name(), sender.address())
                .to(null, mail.to())
                .withSubject(mail.subject())
                .withPlainText(mail.text())
                // Nobody is to answer a machine's mail with a machine's mail.
                .withHeader("Auto-Submitted", "auto-generated");
        if (mail.html() != null) {
            email.withHTMLText(mail.html());
        }
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            email.withHeader(header.getKey(), header.getValue());
        }
        return email.buildEmail();
    }
}
