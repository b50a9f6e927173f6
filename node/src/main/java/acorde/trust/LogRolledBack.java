package acorde.trust;

import acorde.trustlog.Checkpoint;
import org.jspecify.annotations.Nullable;

/** The database holds less, or other, than this party has signed: to go on from it would be to sign a second history. */
public final class LogRolledBack extends Refused {
    private static final long serialVersionUID = 1L;

    private LogRolledBack(String inEnglish, String inSpanish) {
        super(
                inEnglish + " The database is older than what was signed, or another's; nothing more was signed."
                        + " Restore its newest copy before the node is started: see doc/how-to/back-up.md.",
                inSpanish + " La base de datos es más antigua que lo que se firmó, o es otra; no se firmó nada más."
                        + " Restaure su copia más nueva antes de arrancar el nodo: vea doc/how-to/back-up.md.");
    }

    /** @param partner who has what was signed; null if this node's own keys have */
    static LogRolledBack shorter(@Nullable PartyCode partner, Checkpoint signed, long size) {
        return of(partner, signed, "the database holds it up to " + size, "la base de datos lo tiene hasta la " + size);
    }

    static LogRolledBack other(@Nullable PartyCode partner, Checkpoint signed) {
        return of(partner, signed, "the database holds other entries", "la base de datos tiene otras entradas");
    }

    private static LogRolledBack of( // who has what was signed, and what there is instead
            @Nullable PartyCode partner, Checkpoint signed, String inEnglish, String inSpanish) {
        var whoHolds = partner == null ? "With its keys this node has kept" : partner + " holds";
        var whoHoldsInSpanish = partner == null ? "Junto a sus llaves este nodo guardó" : partner + " tiene";
        return new LogRolledBack(
                whoHolds + " this party's log up to entry " + signed.size() + ", signed with its key, and " + inEnglish
                        + ".",
                whoHoldsInSpanish + " el registro de esta parte hasta la entrada " + signed.size()
                        + ", firmado con su llave, y " + inSpanish + ".");
    }
}
