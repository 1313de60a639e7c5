package dev.broadsheet.vote;

import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.room.Room;

/** The room of votes. Thread-safe. */
public final class VoteRoom implements Room {
    private final CountCarrier carrier;

    /** @param counts carries votes and comments into the catalogue */
    public VoteRoom(Votes votes, CommunityCounts counts) {
        this.carrier = new CountCarrier(counts);
    }

    @Override
    public void start() {
        carrier.start();
    }

    @Override
    public void close() {
        carrier.close();
    }
}
