package acorde.documents;

/** What a node's own record of a group says against a line of a paper that a party of it issued. */
public enum Doubt {
    /** Nothing in the sittings of the group, as this node has them, is what the line names. */
    ABSENT,
    /** It is there, and it is not as the line says: not decided, of another day or party, with or without a quorum. */
    OTHERWISE
}
