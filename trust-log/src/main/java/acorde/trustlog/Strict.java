package acorde.trustlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads text that has exactly one spelling: what these accept, printing gives back byte for byte. */
final class Strict {
    private Strict() {}

    /** Standard base64 with padding and no stray bits; the JDK's own decoder forgives both. */
    static byte[] base64(String text, String what) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed(what + " is not base64");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text))
            throw new Malformed(what + " is base64 written in an unusual way");
        return bytes;
    }

    static Hash hash(String text, String what) {
        var bytes = base64(text, what);
        if (bytes.length != Hash.SIZE)
            throw new Malformed(what + " has " + bytes.length + " bytes where " + Hash.SIZE + " belong");
        return Hash.of(bytes);
    }

    /** A whole number from 0 to 2^63-1 in ASCII digits, without leading zeroes. */
    static long decimal(String text, String what) {
        var fits = !text.isEmpty() && text.length() <= 19;
        for (var i = 0; fits && i < text.length(); i++) fits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        if (!fits || (text.length() > 1 && text.charAt(0) == '0'))
            throw new Malformed(what + " is not a whole number in plain digits");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooBig) {
            throw new Malformed(what + " is greater than 2^63-1");
        }
    }

    /** UTF-8 without a single wrong byte and without control characters other than the newline. */
    static String text(byte[] bytes, String what) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed(what + " is not UTF-8");
        }
        return plain(text, what);
    }

    static String plain(String text, String what) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' && c != '\n') throw new Malformed(what + " contains a control character");
            // A lone half of a surrogate pair has no UTF-8 form, so it could not be signed as written.
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1)))
                    throw new Malformed(what + " contains half a character");
                i++;
            }
        }
        return text;
    }

    /** A key name as signed-note has it: not empty, no Unicode space, no plus. */
    static String keyName(String name) {
        var bytes = plain(name, "the key name").getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0) throw new Malformed("the key name is empty");
        if (bytes > VerifierKey.MAX_NAME_BYTES)
            throw new Malformed(
                    "the key name has " + bytes + " bytes; at most " + VerifierKey.MAX_NAME_BYTES + " are read");
        name.codePoints().forEach(Strict::keyNameCharacter);
        return name;
    }

    private static void keyNameCharacter(int c) {
        if (c == '+') throw new Malformed("the key name contains a plus sign");
        if (c == '\n' || c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c))
            throw new Malformed("the key name contains a space");
    }
}
