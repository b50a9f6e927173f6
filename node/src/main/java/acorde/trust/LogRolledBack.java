package acorde.trust;

import acorde.trustlog.Checkpoint;

/** The database holds less, or other, than this party has signed: to go on from it would be to sign a second history. */
public final class LogRolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LogRolledBack(String what) {
        super(what + " The database is older than what was signed, or another's; nothing more was signed."
                + " Restore its newest copy before the node is started: see doc/how-to/back-up.md.");
    }

    /** @param witness who has what was signed, as the subject of a sentence */
    static LogRolledBack shorter(String witness, Checkpoint signed, long size) {
        return new LogRolledBack(witness + " this party's log up to entry " + signed.size() + ", signed with its key,"
                + " and the database holds it up to " + size + ".");
    }

    static LogRolledBack other(String witness, Checkpoint signed) {
        return new LogRolledBack(witness + " this party's log up to entry " + signed.size() + ", signed with its key,"
                + " and the database holds other entries.");
    }
}
