package acorde.finding;

import acorde.acts.ActId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a thing that can be found, such as {@code initiative/A1-05} or {@code proposal/HN/401}.
 *
 * @param kind what it is, a word of small letters and hyphens
 * @param name which of its kind
 */
public record Key(String kind, String name) implements Comparable<Key> {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,30}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/.-]{0,99}");

    private static final Pattern BY_ACT = Pattern.compile("[A-Z]{2,3}/(0|[1-9][0-9]{0,14})");

    public Key {
        if (!KIND.matcher(kind).matches()) throw new IllegalArgumentException("no kind of thing: " + kind);
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("no name of a thing");
    }

    /** The act it is named by, if it is named by one alone. */
    public Optional<ActId> act() {
        return act(name);
    }

    /** Of whatever was typed as the name of one. */
    static Optional<ActId> act(String name) {
        return BY_ACT.matcher(name).matches() ? Optional.of(ActId.parse(name)) : Optional.empty();
    }

    @Override
    public int compareTo(Key other) {
        var order = kind.compareTo(other.kind);
        return order == 0 ? name.compareTo(other.name) : order;
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
