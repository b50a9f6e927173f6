package acorde.acts;

import acorde.trust.PartyCode;
import acorde.trustlog.SignedNote;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Hands what one follower brings to the sequencer, and waits while too much of it is not durable yet. Used by one thread. */
final class Handover {
    private static final int IN_FLIGHT = 8;

    /** Room for the batch that is being committed and the one being made ready meanwhile. */
    private static final long BYTES = 2 * Batch.BYTES;

    private final PartyCode party;
    private final Sequencer sequencer;
    private final ArrayDeque<Handed> inFlight = new ArrayDeque<>();
    private long weight;

    private record Handed(CompletableFuture<Void> stored, long weight) {}

    Handover(PartyCode party, Sequencer sequencer) {
        this.party = party;
        this.sequencer = sequencer;
    }

    /** @param note the checkpoint that ends with these entries; null if more is on its way */
    void hand(List<Stretch.Arrived> arrived, @Nullable SignedNote note) throws InterruptedException, NotStored {
        var stretch = new Stretch(party, arrived, note);
        while (!inFlight.isEmpty() && (inFlight.size() >= IN_FLIGHT || weight + stretch.weight() > BYTES)) await();
        var stored = new CompletableFuture<Void>();
        sequencer.put(new Work.Incoming(stretch, stored));
        inFlight.add(new Handed(stored, stretch.weight()));
        weight += stretch.weight();
    }

    /** Waits until all of it is durable. */
    void finish() throws InterruptedException, NotStored {
        while (!inFlight.isEmpty()) await();
    }

    private void await() throws InterruptedException, NotStored {
        var handed = inFlight.remove();
        weight -= handed.weight();
        await(handed.stored());
    }

    /** Waits until one thing is durable. */
    static void await(CompletableFuture<Void> stored) throws InterruptedException, NotStored {
        try {
            stored.get();
        } catch (ExecutionException e) {
            throw new NotStored(e.getCause() == null ? e : e.getCause());
        }
    }
}
