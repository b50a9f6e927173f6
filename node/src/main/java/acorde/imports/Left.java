package acorde.imports;

/**
 * Something that was not taken.
 *
 * @param place in the event, such as {@code Attribute[3]}, or the name of the {@link Column} of its row; empty for the whole
 * @param what as the file has it, shortened: a type, a tag, a value
 */
public record Left(String place, String what, Why why) {
    private static final int SHOWN = 80;

    public Left {
        what = what.length() > SHOWN ? what.substring(0, SHOWN) + "…" : what;
    }

    /** Each has a sentence that says what to do. */
    public enum Why {
        /** Nothing to say is left of the whole. */
        EMPTY,
        /** A marking that is none we know: what it stands on is refused (EV-6). */
        MARKING_UNKNOWN,
        /** RED and AMBER+STRICT name readers, which cannot be named yet. */
        MARKING_NARROW,
        /** Several labels of TLP where one is meant. */
        MARKING_SEVERAL,
        /** Graded by another scale, which is not converted (EV-8). */
        GRADED,
        /** A tag that is no marking. */
        TAG,
        /** A member that has no place here. */
        MEMBER,
        /** It has no type and no value. */
        NOT_AN_ATTRIBUTE,
        /** It was deleted there. */
        DELETED,
        /** A file. */
        FILE,
        /** A text that nothing here can keep. */
        UNKEEPABLE,
        /** The report is full. */
        NO_ROOM,
        /** It is longer than its field, and nothing is cut. */
        TOO_LONG,
        /** It is computed. */
        FORMULA,
        /** It is not what may stand in its column. */
        VALUE,
        /** H3 and its text come together. */
        RESTRICTION,
        /** No purpose of the office. */
        PURPOSE
    }
}
