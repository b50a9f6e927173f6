package acorde.notices;

import acorde.finding.Key;

/**
 * That something awaits an office or has happened to a meeting of it. Without a title: what a thing says stays in the node.
 *
 * @param what a word: that of a task, or {@code called}, {@code changed}, {@code cancelled}, {@code rung}
 * @param about the thing on whose page it is seen
 * @param mark what makes a further notice of the same: {@code soon} and {@code late} by the day, the act of a change, the rung; empty for the first
 */
public record Notice(String what, Key about, String mark) implements Comparable<Notice> {
    /** What is remembered of one that was told. */
    public String key() {
        return what + " " + about.kind() + "/" + about.name() + " " + mark;
    }

    @Override
    public int compareTo(Notice other) {
        return key().compareTo(other.key());
    }
}
