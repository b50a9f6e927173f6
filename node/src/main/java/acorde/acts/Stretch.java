package acorde.acts;

import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import acorde.trustlog.SignedNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a partner's log, in order, verified against a checkpoint it signed, with the openings that came.
 *
 * @param checkpoint the signed checkpoint that ends exactly here; null when more is on its way
 */
record Stretch(
        PartyCode party, List<Arrived> entries, @Nullable SignedNote checkpoint) {
    Stretch {
        entries = List.copyOf(entries);
    }

    /**
     * @param reading what the opening says; null when there is none
     */
    record Arrived(StoredEntry entry, ActText.@Nullable Reading reading) {}

    int weight() {
        var weight = 0;
        for (var arrived : entries) weight += arrived.entry().weight();
        return weight;
    }
}
