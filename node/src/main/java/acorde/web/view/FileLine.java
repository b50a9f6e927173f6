package acorde.web.view;

import acorde.files.Kept;

/**
 * A file of an act, in a list.
 *
 * @param act the act that names it, such as HN/401
 * @param address where it is taken away; empty if this reader may not
 * @param page where its act is read
 */
public record FileLine(String act, Kept kept, String address, String page) {
    /** Digits of the hash that are shown: enough to compare two at a glance. */
    private static final int SHORT = 12;

    /** One of an act that opens at the page of acts. */
    public FileLine(String act, Kept kept) {
        this(act, kept, Links.file(act, kept.named().number()), Links.act(act));
    }

    /** Whether it can be taken away, now and by this reader. */
    public boolean given() {
        return whole() && !address.isEmpty();
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
