package acorde.policy;

import java.util.Locale;

/** What somebody would do with an item: each way out of a node is one, and so is each change of a marking. */
public enum Use {
    /** Hand it to the node of a party, by wire or by courier. */
    DELIVER,
    /** Show it, on a page or to a program. */
    OPEN,
    /** Let it come up in a list, a search or a count. */
    FIND,
    /** Let it be taken away as a file or in a paper. */
    EXPORT,
    /** Tell of it by mail. */
    MAIL,
    /** Keep it in a copy that leaves the node. */
    BACK_UP,
    /** Use it in court. */
    COURT,
    /** Show it to everybody. */
    PUBLISH,
    /** Mark it more strictly. */
    RAISE,
    /** Mark it less strictly. */
    LOWER,
    /** Take away the flag that a person seeks protection. */
    UNFLAG;

    /** As rules name it, such as {@code back-up}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
