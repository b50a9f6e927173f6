package acorde.trust;

import acorde.trustlog.Hash;
import acorde.trustlog.VerifierKey;
import tools.jackson.databind.node.ObjectNode;

/**
 * The public keys of a party.
 *
 * @param log signs its checkpoints
 * @param cosign signs the checkpoints of others that it has verified and stored
 * @param exchange agrees on the tags that tell an addressee which entries are for it
 * @param tls SHA-256 of the SubjectPublicKeyInfo of its TLS key; dates and names of certificates are ignored
 */
public record PartyKeys(VerifierKey log, VerifierKey cosign, ExchangeKey exchange, Hash tls) {
    /** The origin of a party's log: {@code acorde/<compact>/<party>}. */
    public static String origin(String compact, PartyCode party) {
        return "acorde/" + compact + "/" + party;
    }

    /** Writes the keys as they stand in a charter and on a party's card. */
    public void writeTo(ObjectNode target) {
        target.put("log", log.toString());
        target.put("cosign", cosign.toString());
        target.put("exchange", exchange.toString());
        target.put("tls", "sha256:" + tls.hex());
    }
}
