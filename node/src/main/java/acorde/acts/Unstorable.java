package acorde.acts;

import java.sql.SQLException;

/** The database is there and will not take a row that a duty made of an act: a fault of the duty, which will not pass. */
final class Unstorable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unstorable(Exception refusal) {
        super(refusal);
    }

    /** By SQLSTATE: a value of the wrong form or size, past a limit of the database, null where it must not be, against a check. */
    static boolean is(SQLException refusal) {
        var state = String.valueOf(refusal.getSQLState());
        return state.startsWith("22") || state.startsWith("54") || state.equals("23502") || state.equals("23514");
    }
}
