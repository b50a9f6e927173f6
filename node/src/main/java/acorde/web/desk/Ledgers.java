package acorde.web.desk;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;

/** Reads the compact for one page or one answer. */
public final class Ledgers {
    private final Acts acts;
    private final Compact compact;
    private final Founding founding;

    public Ledgers(Acts acts, Compact compact, Founding founding) {
        this.acts = acts;
        this.compact = compact;
        this.founding = founding;
    }

    public Ledger read() {
        return new Ledger(acts, compact, founding);
    }
}
