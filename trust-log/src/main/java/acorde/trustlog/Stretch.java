package acorde.trustlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does what arrived continue what we hold? Takes the entries between our size and the size of a checkpoint, appends
 * them to a copy of our frontier, and compares the root with the signed one. Equal roots prove three things at once:
 * the new entries are the log's, none is missing, and everything held before is still in the tree, unchanged (so no
 * consistency proof need be fetched). Cost: two compressions of SHA-256 for each entry of 66 bytes and two for each
 * node above; no signature per entry.
 *
 * <p>For stretches that fit in memory. A follower far behind uses {@link CatchUp}.
 */
public final class Stretch {
    private Stretch() {}

    /** What checking a stretch comes to. */
    public sealed interface Outcome {
        /** @param frontier ours, grown to the checkpoint; the one that was passed in is as it was */
        record Verified(Frontier frontier) implements Outcome {}

        /** Nothing of it may be stored; keep the checkpoint and the entries as evidence. */
        record Refused(Refusal refusal) implements Outcome {}
    }

    /**
     * Checks a stretch.
     *
     * @param held the frontier at our size, of entries that were verified before
     * @param signed a checkpoint whose signature and origin were checked already
     * @param entries the entries from our size on, exactly up to the checkpoint, in any division into bundles
     */
    public static Outcome verify(Frontier held, Checkpoint signed, List<EntryBundle> entries) {
        var count = 0L;
        for (var bundle : entries) count += bundle.count();
        var refusal = sizes(held, signed);
        if (refusal != null) return new Outcome.Refused(refusal);
        if (count != signed.size() - held.size())
            return new Outcome.Refused(new Refusal(
                    Flaw.WRONG_COUNT,
                    "from " + held.size() + " to " + signed.size() + " there are " + (signed.size() - held.size())
                            + " entries, not " + count));
        var frontier = held.copy();
        var hashes = new byte[EntryBundle.MAX_ENTRIES * Hash.SIZE];
        for (var bundle : entries) {
            bundle.leafHashes(hashes, 0);
            frontier.add(hashes, 0, bundle.count());
        }
        refusal = root(frontier, signed);
        return refusal == null ? new Outcome.Verified(frontier) : new Outcome.Refused(refusal);
    }

    /** The same for entries whose leaf hashes the caller has computed, one after another, 32 bytes each. */
    public static Outcome verify(Frontier held, Checkpoint signed, byte[] leafHashes) {
        var refusal = sizes(held, signed);
        if (refusal != null) return new Outcome.Refused(refusal);
        if (leafHashes.length % Hash.SIZE != 0 || leafHashes.length / Hash.SIZE != signed.size() - held.size())
            return new Outcome.Refused(new Refusal(
                    Flaw.WRONG_COUNT,
                    "from " + held.size() + " to " + signed.size() + " there are " + (signed.size() - held.size())
                            + " hashes of " + Hash.SIZE + " bytes, not " + leafHashes.length + " bytes"));
        var frontier = held.copy();
        frontier.add(leafHashes, 0, leafHashes.length / Hash.SIZE);
        refusal = root(frontier, signed);
        return refusal == null ? new Outcome.Verified(frontier) : new Outcome.Refused(refusal);
    }

    static @Nullable Refusal sizes(Frontier held, Checkpoint signed) {
        if (signed.size() < held.size())
            return new Refusal(
                    Flaw.SMALLER_TREE,
                    "the log signed a tree of " + signed.size() + " entries and had shown " + held.size() + " before");
        if (signed.size() > held.size() || signed.root().equals(held.root())) return null;
        return new Refusal(
                Flaw.SAME_SIZE_OTHER_ROOT,
                "the log signed the root " + signed.root().base64() + " for " + signed.size()
                        + " entries and had shown " + held.root().base64() + " before");
    }

    static @Nullable Refusal root(Frontier grown, Checkpoint signed) {
        var root = grown.root();
        if (root.equals(signed.root())) return null;
        return new Refusal(
                Flaw.ROOT_MISMATCH,
                "what is held and what arrived add up to the root " + root.base64() + "; the log signed "
                        + signed.root().base64());
    }
}
