package acorde.web.desk;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Group;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Stood;
import acorde.groups.Groups;
import acorde.groups.Meeting;
import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import acorde.web.words.Bilingual;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The groups of the compact as pages read them. */
public final class Tables {
    private final Acts acts;
    private final Compact compact;
    private final Groups groups;

    public Tables(Acts acts, Compact compact, Groups groups) {
        this.acts = acts;
        this.compact = compact;
        this.groups = groups;
    }

    /** Whether an office can sit in a group. */
    public static boolean sits(OfficeCode office) {
        return Role.of(office)
                .filter(role -> role == Role.COORDINATOR || role == Role.REPRESENTATIVE)
                .isPresent();
    }

    /**
     * A group.
     *
     * @param item null while it is only proposed
     * @param text its latest text; where there is none yet, the one proposed
     */
    public record Known(ItemKey key, @Nullable Item item, Group text) {
        /** How far consent to its mandate has come: as the compact says, and proposed while there is no item yet. */
        public String standing() {
            return item == null ? "PROPOSED" : item.standing().name();
        }

        public boolean consented() {
            return item != null && item.consented();
        }

        /** The version of its latest text as the form of an amendment names it; empty while there is none. */
        public String version() {
            return item == null || item.head() == null
                    ? ""
                    : "sha256:" + item.head().version().hex();
        }

        public String code() {
            return key.code();
        }

        /** The accent of its area; empty if it follows none. */
        public String area() {
            return text.area() == null ? "" : text.area();
        }
    }

    /** Those that have a text, and those that are only proposed. */
    public List<Known> all() {
        var all = new TreeMap<ItemKey, Known>();
        for (var stood : compact.openProposals())
            if (stood.key().item().kind() == ItemKey.Kind.GROUP)
                text(stood)
                        .ifPresent(group -> all.putIfAbsent(
                                stood.key().item(), new Known(stood.key().item(), null, group)));
        compact.items().forEach((key, item) -> {
            if (key.kind() == ItemKey.Kind.GROUP) known(key, item).ifPresent(known -> all.put(key, known));
        });
        return List.copyOf(all.values());
    }

    public Optional<Known> find(String code) {
        if (!ItemKey.isCode(code)) return Optional.empty();
        var key = new ItemKey(ItemKey.Kind.GROUP, code);
        return compact.item(key)
                .flatMap(item -> known(key, item))
                .or(() -> open(key).flatMap(this::text).map(group -> new Known(key, null, group)));
    }

    private Optional<Known> known(ItemKey key, Item item) {
        var head = item.head();
        return head != null && compact.text(key, head) instanceof Group group
                ? Optional.of(new Known(key, item, group))
                : Optional.empty();
    }

    /** Whether the compact has an initiative of that code; anybody may write of another. */
    public boolean hasInitiative(String code) {
        return ItemKey.isCode(code)
                && compact.item(ItemKey.initiative(code))
                        .filter(item -> item.head() != null)
                        .isPresent();
    }

    /** The title of a group; the code of one whose text is not here. */
    public Bilingual title(String code) {
        return title(code, find(code));
    }

    public static Bilingual title(String code, Optional<Known> known) {
        return known.map(one -> Directory.words(one.text().title())).orElse(new Bilingual(code, code));
    }

    private Optional<Group> text(Stood proposal) {
        return acts.act(proposal.proposal().act())
                .map(act -> ItemText.parse(ItemKey.Kind.GROUP, act.body().path("text")))
                .filter(parsed -> parsed instanceof ItemText.Parsed.Good(Group _))
                .map(parsed -> (Group) ((ItemText.Parsed.Good) parsed).text());
    }

    /** This very text as a party has proposed it, if it still waits for words. */
    public Optional<Stood> proposed(ItemKey key, Group text, PartyCode by) {
        return compact.proposals(key).stream()
                .filter(stood -> stood.state() == Stood.State.OPEN)
                .filter(stood -> stood.proposal().proposer().equals(by))
                .filter(stood -> text(stood).filter(text::equals).isPresent())
                .findFirst();
    }

    /** A proposal of its mandate that waits for words. */
    public Optional<Stood> open(ItemKey key) {
        return compact.proposals(key).stream()
                .filter(stood -> stood.state() == Stood.State.OPEN)
                .findFirst();
    }

    /** The next meeting that is to be, or is going on. */
    public Optional<Meeting> next(String code) {
        return groups.next(code);
    }
}
