package acorde.acts;

/** What became of an act: every node that may read it comes to the same verdict. */
public sealed interface Verdict {
    record Accepted() implements Verdict {}

    /** @param rule the code of the rule that was broken; its sentence stands in the message files */
    record Rejected(String rule) implements Verdict {}
}
