package acorde.stix;

import acorde.exchange.Report;
import java.util.List;

/** What an object that another system wrote turns out to be. */
public sealed interface StixRead {
    /** @param untaken members that have no place here and were not taken over */
    record Good(Report report, List<String> untaken) implements StixRead {
        public Good {
            untaken = List.copyOf(untaken);
        }
    }

    /** @param of what it is said: what fills the sentence of that reason, in its order */
    record Bad(Why why, List<Object> of) implements StixRead {
        public Bad {
            of = List.copyOf(of);
        }
    }

    /** Why an object is refused; each has its sentence in the message files, for who looks after the other system. */
    enum Why {
        NO_REPORT,
        OTHER_VERSION_OF_STIX,
        REVOKED,
        MARKS_OF_PARTS,
        /** It says that somebody who seeks protection is of a country that it could reach (AS-1). */
        OBJECT_REACHED,
        LANGUAGE,
        NO_TITLE,
        NO_TEXT,
        TOO_LONG,
        NO_MARKINGS,
        SEVERAL_LABELS,
        NAMES_READERS,
        TWO_HANDLINGS,
        UNKNOWN_MARKING,
        NO_EXTENSIONS,
        UNKNOWN_EXTENSION,
        NO_EXTENSION,
        FILES,
        NO_PLACE,
        NO_HANDLING_CODE,
        NO_HANDLING,
        MALFORMED
    }
}
