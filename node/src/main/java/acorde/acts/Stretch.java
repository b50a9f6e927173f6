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
     * @param weight bytes it takes in memory, about; counted once, since the whole act is walked through for it
     */
    record Arrived(StoredEntry entry, ActText.@Nullable Reading reading, int weight) {
        Arrived(StoredEntry entry, ActText.@Nullable Reading reading) {
            this(
                    entry,
                    reading,
                    entry.weight() + (reading instanceof ActText.Reading.Good(var act) ? ActText.weight(act) : 0));
        }
    }

    /** Bytes it takes in memory, about. */
    int weight() {
        return entries.stream().mapToInt(Arrived::weight).sum();
    }

    /** Whether anything in it is handed to a duty. */
    boolean speaks() {
        return entries.stream().anyMatch(arrived -> arrived.reading() instanceof ActText.Reading.Good);
    }

    Stretch firstHalf() {
        return new Stretch(party, entries.subList(0, entries.size() / 2), null);
    }

    Stretch secondHalf() {
        return new Stretch(party, entries.subList(entries.size() / 2, entries.size()), checkpoint);
    }

    /** The same entries, their acts kept and rejected. */
    Stretch rejected(String rule) {
        var rejected = entries.stream().map(arrived -> new Arrived(arrived.entry(), new ActText.Reading.Bad(rule)));
        return new Stretch(party, rejected.toList(), checkpoint);
    }
}
