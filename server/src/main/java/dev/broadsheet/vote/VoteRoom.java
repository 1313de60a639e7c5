package dev.broadsheet.vote;

import dev.broadsheet.jobs.Job;
import dev.broadsheet.jobs.Timing;
import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.room.Room;
import java.time.Duration;
import java.util.List;

/** The room of votes. Thread-safe. */
public final class VoteRoom implements Room {
    private final Rings rings;
    private final CountCarrier carrier;

    /** @param counts carries votes and comments into the catalogue */
    public VoteRoom(Rings rings, CommunityCounts counts) {
        this.rings = rings;
        this.carrier = new CountCarrier(counts);
    }

    @Override
    public void start() {
        carrier.start();
    }

    @Override
    public List<Job> jobs() {
        return List.of(new Job("vote-rings", Timing.every(Duration.ofHours(1)), stopping -> rings.look()));
    }

    @Override
    public void close() {
        carrier.close();
    }
}
