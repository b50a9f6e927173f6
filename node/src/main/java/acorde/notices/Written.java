package acorde.notices;

/** A letter in somebody's words: plain text. */
public record Written(String subject, String body) {}
