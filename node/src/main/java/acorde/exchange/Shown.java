package acorde.exchange;

import acorde.policy.Purpose;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What somebody who asks for a report is shown. */
public sealed interface Shown {
    /**
     * It opens.
     *
     * @param item with what this reader may have of it
     * @param purpose for what it was opened
     */
    record Open(Item item, Purpose purpose) implements Shown {}

    /** Its handling restriction is read first (EV-4). @param seal names the text, for who has read it to say so */
    record RestrictionFirst(String restriction, String seal, Purpose purpose) implements Shown {}

    /** It allows several purposes that the office is there for: the reader says which it is (CE-1). */
    record PurposeFirst(SortedSet<Purpose> purposes) implements Shown {
        public PurposeFirst {
            purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
        }
    }

    /**
     * It is this party's own and nobody opens it any more, because its review has passed or no rules are in force. Coordination may still take
     * it back.
     */
    record OwnClosed(List<Item.Copy> copies, List<Recalled> recalls) implements Shown {
        public OwnClosed {
            copies = List.copyOf(copies);
            recalls = List.copyOf(recalls);
        }
    }

    /** There is none, or none for this reader; nobody is told which (AS-1). */
    record NotThere() implements Shown {}
}
