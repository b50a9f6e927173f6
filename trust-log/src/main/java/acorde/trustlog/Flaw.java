package acorde.trustlog;

/** What was wrong with something that was checked. A page turns each into words in its own language. */
public enum Flaw {
    /** It cannot be read at all. */
    MALFORMED,
    /** No line of the note is by the key that was asked for. */
    NO_SIGNATURE,
    /** A line names the key that was asked for, and its signature is not by that key. */
    WRONG_SIGNATURE,
    /** Well signed, for another log. */
    WRONG_ORIGIN,
    /** The newer tree is smaller than the one already held: something was taken back. */
    SMALLER_TREE,
    /** Two trees of one size with different roots: the log said two different things. */
    SAME_SIZE_OTHER_ROOT,
    /** What was given does not add up to the root that was signed. */
    ROOT_MISMATCH,
    /** A proof for an entry beyond the end of the tree. */
    INDEX_NOT_BELOW_SIZE,
    /** The proof ends before it reaches the root. */
    PROOF_TOO_SHORT,
    /** The proof goes on after it has reached the root. */
    PROOF_TOO_LONG,
    /** More or fewer entries or hashes than the sizes of the two trees call for. */
    WRONG_COUNT,
    /** Fewer cosigners than the reader asks for. */
    TOO_FEW_COSIGNERS,
    /** Further ahead than this program is built for. */
    TOO_FAR
}
