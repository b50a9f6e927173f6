package acorde.policy;

import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To whom something would be released.
 *
 * @param purpose what for, as stated; null where nothing is opened
 * @param person who it is, for what is meant for named persons alone; null if nobody or not known
 */
public record Reader(PartyCode party, Post post, @Nullable Purpose purpose, Circle.@Nullable Named person) {
    /**
     * As what somebody reads.
     *
     * @param organisation the body the office belongs to; null if it stands by itself
     * @param competence the areas the office is there for
     */
    public record Post(OfficeCode office, Circle.@Nullable Organisation organisation, Set<Purpose> competence) {
        /** A party's node, which takes things in and opens none. */
        public static final Post NODE = new Post(OfficeCode.NODE, null, Set.of());

        public Post {
            competence = Circle.bounded(competence);
        }

        /** Empty for a node. */
        Optional<Role> role() {
            return Role.of(office);
        }
    }

    public Reader {
        if (person != null && !person.party().equals(party)
                || post.organisation() != null && !post.organisation().party().equals(party))
            throw new IllegalArgumentException("a reader, its organisation and its person are of one party");
    }

    /** The node of a party, as one to which something is delivered. */
    public static Reader node(PartyCode party) {
        return new Reader(party, Post.NODE, null, null);
    }

    /** The party, and the office unless it is the node itself: {@code HN}, {@code HN/liaison-corinto}. */
    public String name() {
        return post.office().equals(OfficeCode.NODE) ? party.value() : party + "/" + post.office();
    }
}
