package acorde.acts;

import acorde.trust.PartyCode;
import acorde.trust.Receipt;
import acorde.trust.StoredEntry;
import acorde.trustlog.SignedNote;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the sequencer is asked to do. */
sealed interface Work {
    /** Something that is to be said for this party. @param by whoever wants it; null where the node does so by itself */
    record Local<R>(Command<R> command, @Nullable Holder by, CompletableFuture<Said<R>> answer) implements Work {}

    /** Something a follower brings. It waits for {@code stored} before it brings much more. */
    sealed interface Brought extends Work {
        /** Completed when it is durable. */
        CompletableFuture<Void> stored();
    }

    /** Verified entries of a partner's log. */
    record Incoming(Stretch stretch, CompletableFuture<Void> stored) implements Brought {}

    /** An opening that came later than its entry. */
    record Late(PartyCode party, StoredEntry entry, ActText.Reading reading, CompletableFuture<Void> stored)
            implements Brought {}

    /** An opening that its author says it hands out no more, and by which of its acts. @param entry without content */
    record TakenBack(PartyCode party, StoredEntry entry, long order, CompletableFuture<Void> stored)
            implements Brought {}

    /** A partner's cosignature on this party's log. */
    record Receipted(Receipt receipt, SignedNote note, CompletableFuture<Void> stored) implements Brought {}

    /** A log is no longer trusted, and why. */
    record Halted(Contradiction contradiction, CompletableFuture<Void> stored) implements Brought {}

    /** What a party signed that cannot both be true. */
    record Contradiction(
            PartyCode party,
            String kind,
            @Nullable SignedNote first,
            @Nullable SignedNote second) {} // one row of evidence

    /** A partner answered and had nothing new. */
    record Heard(PartyCode party, CompletableFuture<Void> stored) implements Brought {}
}
