package acorde.trustlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HashTest {
    private static final Hash HASH = Merkle.leaf(new byte[] {1});

    @Test
    void aHashIsTheSameInEverySpelling() {
        assertEquals(HASH, Hash.of(HASH.bytes()));
        assertEquals(HASH, Hash.ofHex(HASH.hex()));
        assertEquals(HASH, Hash.ofBase64(HASH.base64()));
        assertEquals(HASH.hashCode(), Hash.of(HASH.bytes()).hashCode());
    }

    /** FIPS 180-4, the example of one block. */
    @Test
    void theHashOfBytesIsTheirSha256() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Hash.sha256(new byte[] {'a', 'b', 'c'}).hex());
    }

    @Test
    void hashesAreOrderedAsTheirBytesAre() {
        var low = Hash.ofHex("7f" + "00".repeat(31));
        var high = Hash.ofHex("80" + "00".repeat(31));
        assertTrue(low.compareTo(high) < 0);
        assertTrue(Hash.ofHex("00".repeat(31) + "01").compareTo(Hash.ofHex("00".repeat(31) + "ff")) < 0);
        assertEquals(0, low.compareTo(Hash.of(low.bytes())));
        assertNotEquals(low, high);
    }

    @Test
    void aHashOfAnotherLengthOrSpellingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Hash.of(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> Hash.ofHex("00"));
        assertThrows(Malformed.class, () -> Hash.ofBase64(HASH.base64().replace("=", "")));
        assertThrows(Malformed.class, () -> Hash.ofBase64("AAAA"));
        assertThrows(Malformed.class, () -> Hash.ofBase64("not base64"));
    }
}
