package acorde.postgres;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the database cannot be had. Its message is one sentence that says what to do, in English or in Spanish.
 */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Trouble trouble;
    private final String[] details;

    DatabaseUnavailable(Trouble trouble, Object... details) {
        this(null, trouble, details);
    }

    DatabaseUnavailable(@Nullable Throwable cause, Trouble trouble, Object... details) {
        super(trouble.sentence(Locale.ENGLISH, details), cause);
        this.trouble = trouble;
        this.details = Arrays.stream(details).map(String::valueOf).toArray(String[]::new);
    }

    /** Whether another process has taken the right to write, which this one had. */
    public boolean leaseLost() {
        return trouble == Trouble.LEASE_LOST;
    }

    Trouble trouble() {
        return trouble;
    }

    /** The same sentence in Spanish if that is the language of {@code locale}, otherwise in English. */
    public String sentence(Locale locale) {
        return trouble.sentence(locale, (Object[]) details);
    }

    /** The sentence in the language of this machine. */
    @Override
    public String getLocalizedMessage() {
        return sentence(Locale.getDefault());
    }
}
