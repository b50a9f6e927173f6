package acorde.requests;

/** What a party that was asked says beside its answers: a code and never a text. Each is said once. */
public sealed interface Word {
    /** An office has it and is at it. */
    record Acknowledged() implements Word {}

    /** It takes longer: as much time again. */
    record Extended(Reason reason) implements Word {}

    /** There will be no answer. */
    record Refused(Ground ground) implements Word {}

    /** Why it takes longer. */
    enum Reason {
        /** A court or another authority has to allow it. */
        AUTHORISATION,
        /** The party that gave it has to allow it. */
        LEAVE_OF_PROVIDER,
        /** Another body of the party has it. */
        ANOTHER_BODY,
        MUCH_TO_SEARCH
    }

    /** Why there is none. */
    enum Ground {
        /** Nothing is held, or nothing that may be told: no ground tells the two apart (AS-1). */
        NOTHING_TO_GIVE,
        /** It cannot be answered as it is put. */
        UNCLEAR,
        /** It asks for more than its purpose takes. */
        DISPROPORTIONATE,
        NOT_LAWFUL,
        /** Who would have to allow it did not. */
        NOT_AUTHORISED,
        /** It would harm essential interests of security. */
        SECURITY,
        /** It would harm an investigation. */
        INVESTIGATION,
        /** It is another party's, which did not give leave. */
        OF_ANOTHER
    }

    /** Which of the three it is: as kinds of acts name it. */
    enum Kind {
        ACKNOWLEDGED,
        EXTENDED,
        REFUSED
    }

    default Kind kind() {
        return switch (this) {
            case Acknowledged _ -> Kind.ACKNOWLEDGED;
            case Extended _ -> Kind.EXTENDED;
            case Refused _ -> Kind.REFUSED;
        };
    }
}
