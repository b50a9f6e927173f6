package acorde.exchange;

import acorde.policy.Annex;
import acorde.policy.Decision;
import acorde.policy.Decision.Refused;
import acorde.policy.Decision.Released;
import acorde.policy.Field;
import acorde.policy.Marking.Handling;
import acorde.policy.Policy;
import acorde.policy.Purpose;
import acorde.policy.Question;
import acorde.policy.Question.Done;
import acorde.policy.Question.Moment;
import acorde.policy.Reader;
import acorde.policy.Reader.Post;
import acorde.policy.Use;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is shown a report: asked again before anybody reads, whatever the sender decided.
 *
 * @param party that reads, as the office of {@code post}
 */
record Showing(Annex annex, PartyCode party, Post post, LocalDate day, boolean exercise) { // who reads, by which rules
    /** What comes up in a list; empty if it does not. */
    Optional<Item> listed(Item item) {
        return visible(item, decide(item, Use.FIND, null, Set.of()));
    }

    /** Whether mail may tell that it is there, and nothing of what it is. */
    boolean mayBeMailed(Item item) {
        return listed(item)
                .flatMap(_ -> visible(item, decide(item, Use.MAIL, null, Set.of())))
                .isPresent();
    }

    /**
     * What opens.
     *
     * @param purpose what for, as stated; null if nothing was. One that is none of the office's own opens nothing (CE-1)
     * @param read the seal of the handling restriction that the reader was shown; empty if none was
     */
    Shown opened(Item item, @Nullable Purpose purpose, String read) {
        return shown(item, purpose, read, List.of(Use.OPEN));
    }

    /** What a program reads: what opens, as far as it may be taken away, for it does not stay on a page. */
    Shown read(Item item, @Nullable Purpose purpose, String read) {
        return shown(item, purpose, read, List.of(Use.OPEN, Use.EXPORT));
    }

    private Shown shown(Item item, @Nullable Purpose purpose, String read, List<Use> uses) { // which, as what
        var restrictionRead =
                !read.isEmpty() && read.equals(item.report().basis().seal());
        var purposes = new HashSet<>(item.report().terms().purposes());
        purposes.retainAll(post.competence());
        if (purpose != null) purposes.retainAll(Set.of(purpose));
        var shown = new TreeMap<Purpose, Shown>();
        for (var each : purposes) {
            var one = shown(item, each, restrictionRead ? Set.of(Done.HANDLING_READ) : Set.of(), uses);
            if (!(one instanceof Shown.NotThere)) shown.put(each, one);
        }
        return switch (shown.size()) {
            case 0 -> new Shown.NotThere();
            case 1 -> shown.firstEntry().getValue();
            default -> new Shown.PurposeFirst(shown.navigableKeySet());
        };
    }

    /**
     * The fields that whoever opens it reads, with nothing to be read or said before but for what: none while a restriction is to be read first, by
     * its rules or by its marking (EV-4).
     */
    Set<Field> openAtOnce(Item item) {
        if (item.report().marking().handling().contains(Handling.H3)) return Set.of();
        return switch (opened(item, null, "")) {
            case Shown.Open(var open, var _) -> open.report().fields();
            case Shown.PurposeFirst(var purposes) -> {
                var fields = new HashSet<>(item.report().fields());
                for (var purpose : purposes)
                    fields.retainAll(
                            opened(item, purpose, "") instanceof Shown.Open(var open, var _)
                                    ? open.report().fields()
                                    : Set.of());
                yield fields;
            }
            case Shown.RestrictionFirst _, Shown.OwnClosed _, Shown.NotThere _ -> Set.of();
        };
    }

    private Shown shown(Item item, Purpose purpose, Set<Done> done, List<Use> uses) { // which, as what
        var open = visible(item, purpose, done, uses);
        if (open.isPresent()) return new Shown.Open(open.get(), purpose);
        var afterwards = visible(item, purpose, Set.of(Done.HANDLING_READ), uses);
        var basis = item.report().basis();
        var restriction = basis.restriction();
        return afterwards.isPresent() && restriction != null
                ? new Shown.RestrictionFirst(restriction, basis.seal(), purpose)
                : new Shown.NotThere();
    }

    /** What all of these uses leave of it; empty if one leaves nothing. */
    private Optional<Item> visible(Item item, Purpose purpose, Set<Done> done, List<Use> uses) { // which, as what
        var left = Optional.of(item);
        for (var use : uses) left = left.flatMap(part -> visible(part, decide(part, use, purpose, done)));
        return left;
    }

    /** What may be taken away of something that was opened; empty if nothing may. */
    Optional<Item> taken(Item item, Purpose purpose) {
        return visible(item, decide(item, Use.EXPORT, purpose, Set.of(Done.HANDLING_READ)));
    }

    private Decision decide(Item item, Use use, @Nullable Purpose purpose, Set<Done> done) { // a question
        return Policy.decide(
                annex,
                new Question(
                        item.report().facts(item.by(), item.to()),
                        new Reader(party, post, purpose, null),
                        use,
                        new Moment(day, item.by(), exercise, done)));
    }

    /** What of another party's report may be seen at all stands under the question whether it may be here. */
    private Optional<Item> visible(Item item, Decision decision) {
        var ours = item.by().equals(party);
        var delivered = new Releasing(annex, item.by(), day, exercise).delivered(item.report(), party);
        if (decision instanceof Refused || !ours && !(delivered instanceof Released)) return Optional.empty();
        return item.report().only(decision.visible(item.report().fields())).map(item::showing);
    }
}
