package acorde.policy;

import java.util.Arrays;
import java.util.Optional;

/** How far a thing may go, strictest first: the Traffic Light Protocol 2.0 of FIRST. */
public enum Tlp {
    /** For the named persons alone. */
    RED("RED"),
    /** For the organisation it was given to. */
    AMBER_STRICT("AMBER+STRICT"),
    /** For the organisation and those it serves, who need to know. */
    AMBER("AMBER"),
    /** For the community, not for the public. */
    GREEN("GREEN"),
    /** For everybody. */
    CLEAR("CLEAR");

    private static final String PREFIX = "TLP:";

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    /**
     * Reads a label, with {@code TLP:} before it or without. The {@code WHITE} of TLP 1 is CLEAR; empty is what no label of the protocol
     * says, and is never taken for open (EV-6).
     */
    public static Optional<Tlp> read(String text) {
        var label = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        if (label.equals("WHITE")) return Optional.of(CLEAR);
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }

    boolean isLooserThan(Tlp other) {
        return ordinal() > other.ordinal();
    }

    /** As the protocol writes it, such as {@code AMBER+STRICT}. */
    @Override
    public String toString() {
        return label;
    }
}
