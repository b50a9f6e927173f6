package acorde.monitoring;

import acorde.trust.PartyCode;

/** Who looks: what is shown, and when, depends on it (CO-5). */
public sealed interface Viewer {
    /** Officers of a party. */
    record Of(PartyCode party) implements Viewer {}

    /** Everybody. */
    record Public() implements Viewer {}
}
