package acorde.node;

import acorde.postgres.DatabaseUnavailable;
import acorde.trust.CharterRefused;
import acorde.trust.KeyRefused;
import acorde.trust.LogRolledBack;

/** Something the person at the command line can mend; the message is one sentence that says how. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    /** Whether another package's fault already is such a sentence. */
    static boolean speaksForItself(Throwable fault) {
        return switch (fault) {
            case KeyRefused _, CharterRefused _, LogRolledBack _, DatabaseUnavailable _ -> true;
            default -> false;
        };
    }
}
