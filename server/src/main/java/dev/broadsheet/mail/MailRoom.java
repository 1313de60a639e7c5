package dev.broadsheet.mail;

import dev.broadsheet.jobs.Job;
import dev.broadsheet.jobs.Timing;
import dev.broadsheet.room.Room;
import dev.broadsheet.room.StatusLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The room of mails: sends what is in the queue while a server runs. Thread-safe. */
public final class MailRoom implements Room {
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final MailQueue queue;
    private final Carrier carrier;
    private final Delivery delivery;

    /** @param outbox the folder for mails where no server is set; made when the first is written */
    public MailRoom(MailSettings settings, MailQueue queue, Path outbox) {
        this.queue = queue;
        this.carrier = settings.host().isEmpty() ? new OutboxCarrier(outbox, settings) : new SmtpCarrier(settings);
        this.delivery = new Delivery(queue, carrier);
        queue.onArrival(delivery::nudge);
    }

    @Override
    public List<Job> jobs() {
        return List.of(new Job("mail", Timing.every(LOOK), stopping -> {
            delivery.sendDue(stopping);
            queue.removeOld();
        }));
    }

    @Override
    public List<StatusLine> status() {
        MailQueue.Counts counts = queue.counts();
        String refused = counts.refused() == 0 ? "" : ", " + counts.refused() + " refused in the last 90 days";
        return List.of(new StatusLine("Mail", carrier.words() + "; " + counts.waiting() + " waiting" + refused));
    }

    @Override
    public void close() {
        delivery.close();
    }
}
