package acorde.files;

import acorde.trustlog.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Hashes in a row of the database: one behind the other. */
final class Hashes {
    private Hashes() {}

    static byte[] join(List<Hash> hashes) {
        var bytes = new byte[hashes.size() * Hash.SIZE];
        for (var i = 0; i < hashes.size(); i++) hashes.get(i).write(bytes, i * Hash.SIZE);
        return bytes;
    }

    static List<Hash> split(byte[] bytes) {
        var hashes = new ArrayList<Hash>();
        for (var at = 0; at < bytes.length; at += Hash.SIZE) hashes.add(Hash.read(bytes, at));
        return hashes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
