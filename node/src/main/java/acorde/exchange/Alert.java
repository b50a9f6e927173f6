package acorde.exchange;

import acorde.compact.Bilingual;
import acorde.policy.Field;
import java.time.Instant;
import java.util.Objects;

/**
 * What makes an item an alert: the codes of the Common Alerting Protocol 1.2 (OASIS, 2010), until when it holds, and its title and its fact once more
 * in the other language, for an alert is read in both (CA-5).
 *
 * @param expires when it ends, to the second
 * @param title in the language that the item is not written in
 * @param fact likewise
 */
public record Alert(Codes codes, Instant expires, String title, String fact) {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** What it is about, what is to be done, and how soon, how bad and how sure it is. */
    public record Codes(
            Category category, Response response, Urgency urgency, Severity severity, Certainty certainty) {}

    /** What it is about (CAP 1.2, section 3.2.2). */
    public enum Category {
        GEO,
        MET,
        SAFETY,
        SECURITY,
        RESCUE,
        FIRE,
        HEALTH,
        ENV,
        TRANSPORT,
        INFRA,
        CBRNE,
        OTHER
    }

    /** What those it reaches are to do (CAP 1.2, section 3.2.2). */
    public enum Response {
        SHELTER,
        EVACUATE,
        PREPARE,
        EXECUTE,
        AVOID,
        MONITOR,
        ASSESS,
        ALL_CLEAR,
        NONE
    }

    /** How soon to act (CAP 1.2, section 3.2.2). */
    public enum Urgency {
        IMMEDIATE,
        EXPECTED,
        FUTURE,
        PAST,
        UNKNOWN
    }

    /** How bad it may be (CAP 1.2, section 3.2.2). */
    public enum Severity {
        EXTREME,
        SEVERE,
        MODERATE,
        MINOR,
        UNKNOWN
    }

    /** How sure it is (CAP 1.2, section 3.2.2). */
    public enum Certainty {
        OBSERVED,
        LIKELY,
        POSSIBLE,
        UNLIKELY,
        UNKNOWN
    }

    /** @throws IllegalArgumentException if a text cannot be kept as it is, or the end is no whole second of a year with four digits */
    public Alert {
        refuse(title, Field.TITLE);
        refuse(fact, Field.FACT);
        if (title.contains("\n")) throw new IllegalArgumentException("a title is one line");
        if (expires.getNano() != 0 || expires.isBefore(FIRST) || !expires.isBefore(END))
            throw new IllegalArgumentException("an alert ends at a second of the years 2000 to 9999");
    }

    private static void refuse(String text, Field field) {
        if (text.length() > Objects.requireNonNull(Texts.LONGEST.get(field)) || Bilingual.fault(text) != null)
            throw new IllegalArgumentException("not a text of " + field.code());
    }

    /** The same with a dash for each of its texts. */
    Alert outline() {
        return new Alert(codes, expires, "-", "-");
    }
}
