package acorde.documents;

import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a paper is and of what.
 *
 * @param of the code of a party, of an area or of a group; of a communiqué, the code of the group and the act that begins the meeting, as
 *     {@code ministers.HN-402}
 * @param since the first day of what a group's report tells of, in UTC; null for all others
 */
public record Scope(Kind kind, String of, @Nullable LocalDate since) {
    /** Days that a group's report reaches back: a year. */
    public static final int LONGEST = 366;

    /** The kinds of papers. */
    public enum Kind {
        /** One page for a party's minister. */
        BRIEF,
        /** How the initiatives of an area stand. */
        AREA,
        /** What a group did from a day on. */
        GROUP,
        /** What was decided in a meeting of ministers, for them to say together: a draft. */
        COMMUNIQUE;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** As acts and addresses have it. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** @throws IllegalArgumentException if {@code of} has not the shape of such a code, or a day is missing or too much */
    public Scope {
        switch (kind) {
            case BRIEF -> new PartyCode(of);
            case AREA -> new ItemKey(ItemKey.Kind.AREA, of);
            case GROUP -> new ItemKey(ItemKey.Kind.GROUP, of);
            case COMMUNIQUE -> meeting(of);
        }
        if ((kind == Kind.GROUP) != (since != null))
            throw new IllegalArgumentException("the report of a group, and no other paper, says since when");
    }

    public static Scope brief(PartyCode party) {
        return new Scope(Kind.BRIEF, party.value(), null);
    }

    public static Scope area(String code) {
        return new Scope(Kind.AREA, code, null);
    }

    public static Scope group(String code, LocalDate since) {
        return new Scope(Kind.GROUP, code, since);
    }

    /** @param meeting the act that begins it */
    public static Scope communique(String group, ActId meeting) {
        return new Scope(Kind.COMMUNIQUE, group + "." + meeting.toString().replace('/', '-'), null);
    }

    /** @throws IllegalArgumentException if there is no such kind, or the code has another shape */
    public static Scope of(String kind, String of, @Nullable LocalDate since) {
        for (var each : Kind.values()) if (each.word.equals(kind)) return new Scope(each, of, since);
        throw new IllegalArgumentException("there is no such kind of paper");
    }

    /** The group that a report or a communiqué is of; empty for all others. */
    public Optional<ItemKey> group() {
        return switch (kind) {
            case BRIEF, AREA -> Optional.empty();
            case GROUP -> Optional.of(new ItemKey(ItemKey.Kind.GROUP, of));
            case COMMUNIQUE -> Optional.of(new ItemKey(ItemKey.Kind.GROUP, of.substring(0, of.indexOf('.'))));
        };
    }

    /** The meeting that a communiqué is of; empty for all others. */
    public Optional<ActId> meeting() {
        return kind == Kind.COMMUNIQUE ? Optional.of(meeting(of)) : Optional.empty();
    }

    private static ActId meeting(String of) {
        var dot = of.indexOf('.');
        if (dot < 0) throw new IllegalArgumentException("a communiqué is named like ministers.HN-402");
        new ItemKey(ItemKey.Kind.GROUP, of.substring(0, dot));
        var act = ActId.parse(of.substring(dot + 1).replace('-', '/'));
        if (!act.toString().replace('/', '-').equals(of.substring(dot + 1)))
            throw new IllegalArgumentException("an act is named in one way");
        return act;
    }

    /** What papers of the same are found by, whatever their days. */
    String place() {
        return kind + " " + of;
    }

    /** As the one text of a paper has it. */
    @Override
    public String toString() {
        return since == null ? place() : place() + " " + since;
    }
}
