package acorde.acts;

import acorde.trust.Receipt;
import acorde.trust.StoredEntry;
import java.util.List;
import java.util.Optional;

/**
 * An act as this node can show it.
 *
 * @param entry its entry in the log, with the exact bytes where this party has them
 * @param act what the bytes say; empty if they cannot be read
 * @param rejected the rule for which it is rejected; empty if it is not
 * @param waitsFor an act it waits for; empty if it does not wait
 * @param receipts for an act of this party: who has it stored, and when that was signed
 */
public record ActView(
        ActId id,
        StoredEntry entry,
        Optional<Act> act,
        Optional<String> rejected,
        Optional<ActId> waitsFor,
        List<Receipt> receipts) { // what a page about one act shows
    public ActView {
        receipts = List.copyOf(receipts);
    }
}
