package acorde.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as it is shown again, with what is wrong in it. */
public interface Flawed {
    List<Flaw> flaws();

    default boolean wrong(String field) {
        return Flaw.any(flaws(), field);
    }

    /** The sentence about a field, or nothing. */
    default Flaw.@Nullable Why why(String field) {
        var flaw = flaw(field);
        return flaw == null ? null : flaw.why();
    }

    /** What is wrong with a field, or nothing. */
    default @Nullable Flaw flaw(String field) {
        return flaws().stream()
                .filter(flaw -> flaw.field().equals(field))
                .findFirst()
                .orElse(null);
    }
}
