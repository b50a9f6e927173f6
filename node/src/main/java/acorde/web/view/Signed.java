package acorde.web.view;

/** What the reader has just signed, as the page it leads to says it. @param kind of its first act @param more acts signed with it */
public record Signed(String kind, String act, int more) {}
