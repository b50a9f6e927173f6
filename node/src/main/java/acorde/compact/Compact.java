package acorde.compact;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.acts.Said;
import acorde.finding.Catalogue;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.trustlog.Hash;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was agreed, by whom, in which version: the door of the package. Safe for any thread.
 *
 * <p>Every command is answered when it is durable, or with the objection for which this party does not speak. When neither can be had it fails
 * with {@link acorde.acts.Busy}, {@link acorde.acts.DatabaseLost} or {@link acorde.acts.NodeStopping}, and nothing was said; or with
 * {@link acorde.acts.NotKnown}.
 */
public final class Compact {
    static final OfficeCode COORDINATION = new OfficeCode(Role.COORDINATOR.word());

    private final Acts acts;
    private final Founding founding;
    private final Shelf shelf;
    private final ReleaseRules.Check check;
    private volatile Called called;
    private volatile Listed listed = new Listed(-1, Collections.emptySortedMap());

    /** @param commits after how many it was read: it is read again when anything has come */
    private record Called(long commits, Founding founding) {}

    /** The same of all items. */
    private record Listed(long commits, SortedMap<ItemKey, Item> items) {}

    /** @param check what must be right in rules of release before this party puts its name to them */
    public Compact(Acts acts, Founding founding, DataSource readers, ReleaseRules.Check check) {
        this.acts = acts;
        this.founding = founding;
        this.shelf = new Shelf(readers);
        this.check = check;
        this.called = new Called(-1, founding);
    }

    /** What makes rows of the acts of the compact. */
    public static Duty duty(Founding founding) {
        return new CompactDuty(founding);
    }

    /** What of the compact can be found. */
    public Catalogue catalogue() {
        return new CompactCatalogue(acts, shelf, founding);
    }

    /** Begins this party's log with its assent to the charter; nothing happens if it has begun. */
    public void join() {
        if (acts.logs().state(acts.self()).size() > 0) return;
        if (acts.sayOfItselfDurably(new AssentToCharter(speaker(COORDINATION)))
                instanceof Said.Declined<Objection>(var why))
            throw new IllegalStateException("the assent to the charter was declined: " + why.rule());
    }

    /** Brings the history of a folder in, all of it or nothing; what is known already is left as it is. */
    public Said<Objection> announce(CompactFolder.Read.Folder folder) {
        return acts.sayOfItselfDurably(new Announce(speaker(COORDINATION), folder.id(), folder.items()));
    }

    /** @param base the version to be amended, null for a new item */
    public Said<Objection> propose(
            Officer officer, ItemKey item, @Nullable Hash base, JsonNode text, Remark why) { // an act's body
        return acts.sayDurably(proposal(officer.office(), new Saying.Proposed(item, base, text, why)), officer);
    }

    /** The command that proposes, for whoever says it without waiting. */
    public Command<Objection> proposing(
            OfficeCode office, ItemKey item, @Nullable Hash base, JsonNode text, Remark why) { // as propose
        return proposal(office, new Saying.Proposed(item, base, text, why));
    }

    private Propose proposal(OfficeCode office, Saying.Proposed proposed) {
        var propose = new Propose(speaker(office), proposed);
        var faults = faults(propose.text());
        return faults.isEmpty() ? propose : new Propose(propose.speaker(), proposed, new ItemText.Parsed.Bad(faults));
    }

    /** What stands against putting this party's name to a text. */
    private List<Bilingual> faults(ItemText.Parsed text) {
        return text instanceof ItemText.Parsed.Good(ReleaseRules rules)
                ? check.faults(rules).stream().map(ReleaseRules.Fault::withLine).toList()
                : List.of();
    }

    /** Assents to exactly the text whose hash is given; for ever. */
    public Said<Objection> assent(Officer officer, ActId proposal, Hash text, @Nullable Remark reservation) {
        return reply(officer, new Saying.Assented(proposal, text, reservation));
    }

    /** Ends a proposal, for ever. */
    public Said<Objection> refuse(Officer officer, ActId proposal, Remark reason) {
        return reply(officer, new Saying.Refused(proposal, reason));
    }

    /** Asks those who have not assented to refuse this party's own proposal. */
    public Said<Objection> askToWithdraw(Officer officer, ActId proposal, Remark reason) {
        return reply(officer, new Saying.WithdrawalAsked(proposal, reason));
    }

    private Said<Objection> reply(Officer officer, Saying.ToProposal word) {
        var proposed = acts.act(word.proposal()).flatMap(Saying::proposal);
        if (proposed.isEmpty()) return new Said.Declined<>(Objection.of(Rule.UNKNOWN_PROPOSAL));
        if (word instanceof Saying.Assented) {
            var faults = faults(
                    ItemText.parse(proposed.get().item().kind(), proposed.get().text()));
            if (!faults.isEmpty()) return new Said.Declined<>(Objection.text(faults));
        }
        return acts.sayDurably(new Reply(speaker(officer.office()), word, proposed.get()), officer);
    }

    /** Where an item stands, for the decisions of another duty. */
    public static Optional<Item> item(Past past, ItemKey key) {
        return past.row(CompactRows.ITEM, key);
    }

    /** The row that {@link #item(Past, ItemKey)} reads. */
    public static RowKey<?, ?> row(ItemKey key) {
        return new RowKey<>(CompactRows.ITEM, key);
    }

    /** Where one item stands; empty if it is only proposed, or nothing is known of it. */
    public Optional<Item> item(ItemKey key) {
        return Optional.ofNullable(shelf.items(List.of(key)).get(key));
    }

    /** The latest text of one item; empty while it has none. Lists read {@link #items} once instead. */
    public Optional<ItemText> latest(ItemKey key) {
        return item(key).map(Item::head).map(head -> text(key, head));
    }

    /** The founding with the words of the charter in force: how the compact, its parties and their bodies are called. */
    public Founding founding() {
        var known = called;
        var commits = acts.commits();
        if (known.commits() == commits) return known.founding();
        var charter = latest(new ItemKey(ItemKey.Kind.CHARTER, founding.compact()));
        var read = charter.orElse(null) instanceof CharterText text ? founding.called(text) : founding;
        called = new Called(commits, read);
        return read;
    }

    /** Every item with where it stands, save those that are only proposed. */
    public SortedMap<ItemKey, Item> items() {
        var known = listed;
        var commits = acts.commits();
        if (known.commits() == commits) return known.items();
        var read = Collections.unmodifiableSortedMap(shelf.items());
        listed = new Listed(commits, read);
        return read;
    }

    /** The codes of the areas, read alone: every decision on what is exchanged asks for them. */
    public List<String> areas() {
        return shelf.codes(ItemKey.Kind.AREA);
    }

    /** The latest text of an item, read once and kept. */
    public ItemText text(ItemKey item, Item.Head head) {
        return shelf.text(item, head);
    }

    /**
     * Proposals, newest first; those on one version stand together.
     *
     * @param from a proposal of the versions to begin with, which are listed whole; null to begin with the newest
     * @param versions on how many versions
     */
    public List<Stood> proposals(@Nullable Stood from, int versions) {
        return shelf.newest(from == null ? null : shelf.place(from.key()).orElse(null), versions);
    }

    /** The proposals on the latest text of every item that has one, and those it came of: what lists need, however old the compact is. */
    public List<Stood> recentProposals() {
        return shelf.recent();
    }

    /** The proposals that wait for words, newest first. */
    public List<Stood> openProposals() {
        return shelf.open();
    }

    /** All proposals on one item, those on its latest text first. */
    public List<Stood> proposals(ItemKey item) {
        return shelf.on(item);
    }

    /** The texts of an item that stood, announced or in force, the earliest first; each read when it is its turn. */
    public Stream<Carried> carried(ItemKey item) {
        var known = shelf.items(List.of(item)).get(item);
        return Stood.carriers(known == null ? null : known.announced(), shelf.on(item)).stream()
                .flatMap(act -> acts.act(act).stream())
                .flatMap(act -> Carried.by(act, founding).stream());
    }

    /** One proposal; empty if there is no such act, or it was rejected. */
    public Optional<Stood> proposal(ActId id) {
        return acts.act(id).flatMap(Saying::proposal).flatMap(proposed -> shelf.proposal(proposed, id));
    }

    /** The first code of an area that no initiative and no proposal has; empty if thousands are taken. */
    public Optional<String> freeCode(String area) {
        return shelf.freeCode(area);
    }

    /** The honest figures, in total under the empty code and for each area under its own. */
    public SortedMap<String, Figures> figures() {
        return shelf.figures();
    }

    private Speaker speaker(OfficeCode office) {
        return new Speaker(founding, acts.self(), office);
    }
}
