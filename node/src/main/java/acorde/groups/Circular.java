package acorde.groups;

/**
 * A decision asked for, most of them in writing, as lists tell of it: without its text.
 *
 * @param asked what was asked; nobody's word is missing once it is decided
 */
public record Circular(Undecided asked, Decided.State state) {}
