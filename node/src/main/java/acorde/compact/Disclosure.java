package acorde.compact;

import java.math.BigDecimal;

/** What everybody may know of a number (CT-1). */
public sealed interface Disclosure {
    Disclosure WITHHELD = new Withheld();

    record Exact(BigDecimal number) implements Disclosure {}

    /** Nothing: it may tell of few persons. */
    record Withheld() implements Disclosure {}
}
