package acorde.groups;

import acorde.acts.ActId;
import java.util.Comparator;
import java.util.regex.Pattern;

/** One of several things an act holds, counted from 1: {@code HN/413#2} is the second point of an agenda, or action of a decision, in HN/413. */
public record Part(ActId act, int number) implements Comparable<Part> {
    /** Parts of an act, as many as an agenda has points. */
    public static final int MOST = 200;

    private static final Pattern SHAPE = Pattern.compile("([^#]{1,40})#([1-9][0-9]{0,2})");

    public Part {
        if (number < 1 || number > MOST) throw new IllegalArgumentException("an act has at most 200 parts");
    }

    /** Reads {@code HN/413#2}. @throws IllegalArgumentException if {@code text} names no part */
    public static Part parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) throw new IllegalArgumentException("a part of an act is named like HN/413#2");
        return new Part(ActId.parse(match.group(1)), Integer.parseInt(match.group(2)));
    }

    @Override
    public int compareTo(Part other) {
        return Comparator.comparing(Part::act).thenComparing(Part::number).compare(this, other);
    }

    @Override
    public String toString() {
        return act + "#" + number;
    }
}
