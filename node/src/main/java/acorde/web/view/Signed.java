package acorde.web.view;

/**
 * What the reader has just signed, as the page it leads to says it.
 *
 * @param kind of its first act, in the names of message keys
 * @param address of the page of that act; empty if it has none
 * @param more acts signed with it
 */
public record Signed(String kind, String act, String address, int more) {}
