package acorde.policy;

/**
 * How good information is, by the 4x4 system.
 *
 * <p>Grades of the Admiralty are another scale and are nowhere turned into these (EV-8): X of one is not F of the other.
 *
 * @param information 1 no doubt; 2 known to the source itself; 3 not, but corroborated; 4 neither
 */
public record Evaluation(Source source, int information) {
    /** How far its source is to be trusted. */
    public enum Source {
        /** There is no doubt. */
        A,
        /** It was reliable for the most part. */
        B,
        /** It was unreliable for the most part. */
        C,
        /** It cannot be assessed. */
        X
    }

    public Evaluation {
        if (information < 1 || information > 4) throw new IllegalArgumentException("information is graded 1 to 4");
    }

    /** The weaker of each grade. */
    Evaluation weaker(Evaluation other) {
        return new Evaluation(
                source.compareTo(other.source) >= 0 ? source : other.source, Math.max(information, other.information));
    }

    @Override
    public String toString() {
        return source.name() + information;
    }
}
