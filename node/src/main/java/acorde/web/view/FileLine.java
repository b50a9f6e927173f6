package acorde.web.view;

import acorde.files.Kept;

/**
 * A file of an act, in a list.
 *
 * @param act the act that names it, such as HN/401
 */
public record FileLine(String act, Kept kept) {
    /** Digits of the hash that are shown: enough to compare two at a glance. */
    private static final int SHORT = 12;

    public String address() {
        return Links.file(act, kept.named().number());
    }

    public boolean whole() {
        return kept.state() == Kept.State.WHOLE;
    }

    /** The key of the sentence that says how it stands. */
    public String stateKey() {
        return "file.state." + kept.state().name();
    }

    /** The beginning of its hash. */
    public String hash() {
        return kept.file().sha256().hex().substring(0, SHORT);
    }

    /** The key of the word for its type. */
    public String typeKey() {
        return "file.type." + kept.file().type().name();
    }
}
