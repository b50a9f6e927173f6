package acorde.trust;

/** Opens what the tests of vectors need of the keys, which no other package of the node may touch. */
public final class VectorTags {
    private VectorTags() {}

    /** The tag that one side computes. @throws KeyRefused if the other's key is of no use */
    public static byte[] tag(byte[] secret, byte[] other, Direction direction, long index) {
        var tag = new byte[TagKey.TAG_SIZE];
        key(secret, other, direction).write(index, tag, 0);
        return tag;
    }

    /** Reads the tags of an originator's entries, in a directory of two places of which the reader's is the second. */
    public static TagReader reader(byte[] secret, byte[] originator, Direction direction) {
        return new TagReader(key(secret, originator, direction), 2, 1);
    }

    /** Who writes for whom, in which compact. */
    public record Direction(String compact, PartyCode originator, PartyCode reader) {}

    private static TagKey key(byte[] secret, byte[] other, Direction direction) {
        return TagKey.agree(
                secret, new ExchangeKey(other), direction.compact(), direction.originator(), direction.reader());
    }
}
