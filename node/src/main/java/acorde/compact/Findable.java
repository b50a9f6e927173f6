package acorde.compact;

import acorde.acts.Act;
import acorde.finding.Audience;
import acorde.finding.Entry;
import acorde.finding.Key;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of the compact can be found, and by which words: pure. */
final class Findable {
    static final String PROPOSAL = "proposal";
    static final String ANSWER = "answer";

    /** Meetings of ministers, as sources report them, are not those of working groups. */
    static final Map<ItemKey.Kind, String> KINDS = Map.of(
            ItemKey.Kind.INITIATIVE, "initiative",
            ItemKey.Kind.INSTRUMENT, "instrument",
            ItemKey.Kind.AREA, "area",
            ItemKey.Kind.INDICATOR, "indicator",
            ItemKey.Kind.GROUP, "group",
            ItemKey.Kind.MEETING, "past-meeting",
            ItemKey.Kind.EVENT, "event",
            ItemKey.Kind.SOURCE, "source");

    /** Characters of a long text that stand for its title. */
    private static final int TITLE = 120;

    private Findable() {}

    /** The key under which an item is found; empty for what only the program reads. */
    static Optional<Key> key(ItemKey item) {
        return Optional.ofNullable(KINDS.get(item.kind())).map(kind -> new Key(kind, item.code()));
    }

    static Optional<ItemKey> item(Key key) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().equals(key.kind()))
                .map(kind -> new ItemKey(kind.getKey(), key.name()))
                .findFirst();
    }

    static Key key(String kind, Act act) {
        return new Key(kind, act.id().toString());
    }

    /** An item that was announced or agreed. */
    static Optional<Entry> entry(ItemKey item, Item stands, ItemText text) {
        var head = stands.head();
        if (head == null) return Optional.empty();
        return key(item)
                .map(key -> new Entry(
                        key,
                        Audience.EVERY_OFFICER,
                        title(item, text),
                        Entry.Text.of(text.toJson()).after(title(item, text)),
                        new Entry.Place(area(item, text), parties(text), Form.word(stands.standing()), day(text)),
                        head.act(),
                        Entry.Rank.THING));
    }

    /** An act, and the day on which it was said where this party is. */
    record Uttered(Act act, LocalDate day) {}

    /** @param text what it proposes; null if that cannot be read */
    static Entry entry(
            Uttered uttered, Saying.Proposed proposed, Stood stood, @Nullable ItemText text) { // and what became of it
        var act = uttered.act();
        var title = text == null ? Entry.Text.same(proposed.item().toString()) : title(proposed.item(), text);
        return new Entry(
                key(PROPOSAL, act),
                Audience.of(act),
                title,
                Entry.Text.of(proposed.text()).after(title).and(remark(proposed.why())),
                new Entry.Place(
                        text == null ? null : area(proposed.item(), text),
                        stood.proposal().required(),
                        Form.word(stood.state()),
                        uttered.day()),
                act.id(),
                Entry.Rank.THING);
    }

    /** A word said to a proposal. */
    static Entry entry(Uttered uttered, Saying.ToProposal word, Entry proposal) {
        var act = uttered.act();
        return new Entry(
                key(ANSWER, act),
                Audience.of(act),
                proposal.title(),
                text(word),
                new Entry.Place(
                        proposal.place().area(),
                        new TreeSet<>(java.util.Set.of(act.by())),
                        standing(word),
                        uttered.day()),
                act.id(),
                Entry.Rank.SAYING);
    }

    private static Entry.Text text(Saying.ToProposal word) {
        return switch (word) {
            case Saying.Assented(var _, var _, var reservation) ->
                reservation == null ? Entry.Text.NONE : remark(reservation);
            case Saying.Refused(var _, var reason) -> remark(reason);
            case Saying.WithdrawalAsked(var _, var reason) -> remark(reason);
        };
    }

    private static String standing(Saying.ToProposal word) {
        return switch (word) {
            case Saying.Assented(var _, var _, var reservation) -> reservation == null ? "assented" : "reserved";
            case Saying.Refused _ -> "refused";
            case Saying.WithdrawalAsked _ -> "withdrawal-asked";
        };
    }

    /** What was said in one language only is found, and shown, in the other as well. */
    private static Entry.Text remark(Remark remark) {
        var es = remark.es() == null ? "" : remark.es();
        var en = remark.en() == null ? "" : remark.en();
        return new Entry.Text(es.isEmpty() ? en : es, en.isEmpty() ? es : en);
    }

    static Entry.Text title(ItemKey item, ItemText text) {
        return switch (text) {
            case Initiative initiative -> both(initiative.title());
            case Area area -> both(area.title());
            case AreaIndicator indicator -> both(indicator.measure().name());
            case Instrument instrument -> both(instrument.title());
            case Meeting meeting -> both(meeting.place());
            case Group group -> both(group.title());
            case Event event ->
                new Entry.Text(head(event.what().es()), head(event.what().en()));
            case Source source -> Entry.Text.same(source.address().toString());
            case Thresholds _, PublicationTerms _, ReleaseRules _, CharterText _ -> Entry.Text.same(item.toString());
        };
    }

    private static Entry.Text both(Bilingual text) {
        return new Entry.Text(text.es(), text.en());
    }

    private static String head(String text) {
        if (text.length() <= TITLE) return text;
        var space = text.lastIndexOf(' ', TITLE);
        return text.substring(0, space < TITLE / 2 ? TITLE : space) + " …";
    }

    private static @Nullable String area(ItemKey item, ItemText text) {
        return switch (text) {
            case Initiative initiative -> initiative.area();
            case Area _ -> item.code();
            case AreaIndicator indicator -> indicator.area();
            case Group group -> group.area();
            case Instrument _,
                    Meeting _,
                    Event _,
                    Source _,
                    Thresholds _,
                    PublicationTerms _,
                    ReleaseRules _,
                    CharterText _ -> null;
        };
    }

    private static SortedSet<PartyCode> parties(ItemText text) {
        var parties = new TreeSet<PartyCode>();
        switch (text) {
            case Initiative initiative -> {
                parties.addAll(initiative.parties());
                parties.addAll(initiative.partners());
            }
            case Meeting meeting -> parties.addAll(meeting.parties());
            case Group group -> parties.addAll(group.parties());
            case Instrument instrument -> instrument.signatories().forEach(signatory -> parties.add(signatory.party()));
            case Area _,
                    AreaIndicator _,
                    Event _,
                    Source _,
                    Thresholds _,
                    PublicationTerms _,
                    ReleaseRules _,
                    CharterText _ -> {}
        }
        return parties;
    }

    private static @Nullable LocalDate day(ItemText text) {
        return switch (text) {
            case Initiative initiative -> initiative.due();
            case Meeting meeting -> first(meeting.date());
            case Event event -> first(event.date());
            case Instrument _,
                    Area _,
                    AreaIndicator _,
                    Group _,
                    Source _,
                    Thresholds _,
                    PublicationTerms _,
                    ReleaseRules _,
                    CharterText _ -> null;
        };
    }

    private static LocalDate first(PartialDate date) {
        return LocalDate.of(date.year(), Math.max(1, date.month()), Math.max(1, date.day()));
    }
}
