package acorde.stix;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What things are called in STIX: made of what they are called here and of the compact, so that every node calls them alike (RFC 9562, version 5).
 *
 * @param charter the hash of the founding charter
 */
public record Names(Hash charter) {
    /** Under which all names are made; drawn once at random. */
    private static final UUID ACORDE = UUID.fromString("0c372720-715c-4852-9fd2-97c08af895c1");

    /** Of the item that an act carries. */
    public UUID of(ActId act) {
        return named("act/" + act);
    }

    String report(ActId act) {
        return "report--" + of(act);
    }

    public String identity(PartyCode party) {
        return "identity--" + named("party/" + party);
    }

    /** Of a collection of TAXII. */
    public UUID collection(String alias) {
        return named("collection/" + alias);
    }

    private UUID named(String name) {
        return version5(charter.hex() + "/" + name);
    }

    /** The same in every compact. */
    static UUID version5(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1"); // as version 5 has it: a name, not a proof
            digest.update(ByteBuffer.allocate(16)
                    .putLong(ACORDE.getMostSignificantBits())
                    .putLong(ACORDE.getLeastSignificantBits())
                    .flip());
            var hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong() & ~0xf000L | 0x5000L, hash.getLong() & (-1L >>> 2) | 1L << 63);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
