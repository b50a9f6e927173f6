package acorde.acts;

import acorde.trust.PartyCode;
import acorde.trust.Receipt;
import acorde.trust.StoredEntry;
import acorde.trustlog.SignedNote;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the sequencer is asked to do. */
sealed interface Work {
    /** Something an officer of this party wants said. */
    record Local<R>(Command<R> command, CompletableFuture<Said<R>> answer) implements Work {}

    /** Verified entries of a partner's log. */
    record Incoming(Stretch stretch, CompletableFuture<Void> stored) implements Work {}

    /** An opening that came later than its entry. */
    record Late(PartyCode party, StoredEntry entry, ActText.Reading reading) implements Work {}

    /** A partner's cosignature on this party's log. */
    record Receipted(Receipt receipt, SignedNote note) implements Work {}

    /** A partner's log is no longer followed. */
    record Halted(
            PartyCode party,
            String kind,
            @Nullable SignedNote first,
            @Nullable SignedNote second) implements Work {}

    /** A partner answered and had nothing new. */
    record Heard(PartyCode party) implements Work {}
}
