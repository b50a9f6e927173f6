package acorde.trust;

import java.time.Instant;

/**
 * What is kept against a partner: for ever, shown to every officer, exportable.
 *
 * @param kind what happened, a code with a sentence in the message files
 * @param first the earlier signed checkpoint, empty if there was none
 * @param second the later one
 */
public record Evidence(long id, PartyCode party, Instant at, String kind, String first, String second) { // one row
    /** Two signed checkpoints of one size and different roots: the log has two histories. */
    public static final String TWO_HISTORIES = "TWO_HISTORIES";

    /** A signed checkpoint smaller than one signed before: the log went back. */
    public static final String WENT_BACK = "WENT_BACK";

    /** Entries that do not add up to the signed checkpoint, while what is stored here does to an earlier one. */
    public static final String DOES_NOT_EXTEND = "DOES_NOT_EXTEND";
}
