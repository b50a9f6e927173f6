package acorde.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of an item that can be kept back while the rest is given. */
public enum Field {
    TITLE,
    /** What is reported. */
    FACT,
    /** What somebody concludes from it; never in one field with what is reported (EV-9). */
    ASSESSMENT,
    /** Where it comes from. */
    SOURCE,
    /** People, vehicles, vessels, places and other things as structured objects. */
    OBJECTS,
    ATTACHMENTS,
    /** What tells who a person concerned is. */
    IDENTITY,
    PICTURE,
    /** That a person seeks or has protection. */
    PROTECTION,
    /** A template by which a body is recognised; there must be none (BI-1). */
    BIOMETRIC;

    /** As rules of an annex name it, such as {@code identity}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> read(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst();
    }
}
