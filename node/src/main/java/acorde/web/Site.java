package acorde.web;

import acorde.trust.PartyCode;
import acorde.web.words.Bilingual;
import java.util.Optional;

/**
 * Whose pages these are and how they are reached.
 *
 * @param party whose node it is; its cookies are named after it, because nodes that share a host share cookies whatever their ports
 * @param body the ministry or department through which the party acts
 * @param tls whether browsers reach the pages over TLS, from this node or from what stands before it
 * @param publishesLog whether anybody may read the log
 * @param demo there only in a demonstration
 */
public record Site(PartyCode party, Bilingual body, boolean tls, boolean publishesLog, Optional<DemoDoor> demo) {
    /** The name of the cookie of a session. */
    public String sessionCookie() {
        // The prefix makes browsers refuse the cookie from anything but this host over TLS.
        return (tls ? "__Host-" : "") + "acorde-" + party;
    }

    /** The cookie by which a browser is known that somebody has signed in from. */
    String browserCookie() {
        return sessionCookie() + "-browser";
    }

    String formCookie() {
        return sessionCookie() + "-form";
    }
}
