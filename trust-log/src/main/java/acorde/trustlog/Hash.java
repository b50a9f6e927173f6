package acorde.trustlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes, a value. */
public final class Hash implements Comparable<Hash> {
    /** Bytes in a hash. */
    public static final int SIZE = 32;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final long a;
    private final long b;
    private final long c;
    private final long d;

    private Hash(long a, long b, long c, long d) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
    }

    /** The hash held in {@code bytes}, which must be exactly 32 long. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE)
            throw new IllegalArgumentException("a hash has " + SIZE + " bytes, not " + bytes.length);
        return read(bytes, 0);
    }

    /** The hash held in the 32 bytes that start at {@code offset}. */
    public static Hash read(byte[] bytes, int offset) {
        return new Hash(
                (long) LONGS.get(bytes, offset),
                (long) LONGS.get(bytes, offset + 8),
                (long) LONGS.get(bytes, offset + 16),
                (long) LONGS.get(bytes, offset + 24));
    }

    /** The hash of these bytes. */
    public static Hash sha256(byte[] bytes) {
        return read(Sha256.mine().plain(bytes), 0);
    }

    /** Reads 64 hexadecimal digits. */
    public static Hash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** Reads standard base64 with padding, as checkpoints write it; any other spelling is {@link Malformed}. */
    public static Hash ofBase64(String base64) {
        return Strict.hash(base64, "the hash");
    }

    /** Writes the 32 bytes at {@code offset}. */
    public void write(byte[] target, int offset) {
        LONGS.set(target, offset, a);
        LONGS.set(target, offset + 8, b);
        LONGS.set(target, offset + 16, c);
        LONGS.set(target, offset + 24, d);
    }

    public byte[] bytes() {
        var bytes = new byte[SIZE];
        write(bytes, 0);
        return bytes;
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    @Override
    public int compareTo(Hash other) {
        var order = Long.compareUnsigned(a, other.a);
        if (order == 0) order = Long.compareUnsigned(b, other.b);
        if (order == 0) order = Long.compareUnsigned(c, other.c);
        return order == 0 ? Long.compareUnsigned(d, other.d) : order;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && a == hash.a && b == hash.b && c == hash.c && d == hash.d;
    }

    @Override
    public int hashCode() {
        return (int) (a ^ a >>> 32);
    }

    @Override
    public String toString() {
        return hex();
    }
}
