package acorde.compact;

import acorde.trust.Charter;
import acorde.trust.CharterRefused;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every party assented to before anything else was said: the charter and its annexes. Their version is the hash of the charter's bytes.
 */
public final class Founding {
    private final CharterText text;
    private final Hash hash;
    private final SortedSet<PartyCode> parties;
    private final Map<ItemKey, JsonNode> texts = new LinkedHashMap<>();
    private final Texts read = new Texts();

    private Founding(CharterText text, Hash hash) {
        this.text = text;
        this.hash = hash;
        this.parties = Collections.unmodifiableSortedSet(new TreeSet<>(
                text.parties().stream().map(CharterText.Party::code).toList()));
        texts.put(new ItemKey(ItemKey.Kind.CHARTER, text.compact()), text.content());
        if (text.thresholds() != null)
            texts.put(
                    new ItemKey(ItemKey.Kind.THRESHOLDS, text.compact()),
                    text.thresholds().toJson());
        if (text.publication() != null)
            texts.put(
                    new ItemKey(ItemKey.Kind.PUBLICATION, text.compact()),
                    text.publication().toJson());
    }

    /** @throws CharterRefused if the charter lacks what the compact needs: titles, names, zones, the announcer */
    public static Founding of(Charter charter) {
        return of(charter.content(), charter.hash());
    }

    /** The texts of acts that were read under this charter. */
    Texts texts() {
        return read;
    }

    static Founding of(JsonNode content, Hash hash) {
        return switch (ItemText.parse(ItemKey.Kind.CHARTER, content)) {
            case ItemText.Parsed.Good(var text) -> new Founding((CharterText) text, hash);
            case ItemText.Parsed.Bad(var faults) ->
                throw new CharterRefused(
                        "The charter cannot found a compact. "
                                + faults.getFirst().en(),
                        "Con esta carta no se puede fundar un acuerdo. "
                                + faults.getFirst().es());
        };
    }

    /** What a folder gives to a charter; whoever founds the compact adds the address and the keys of each party. */
    public static ObjectNode content(CompactFolder.Read.Folder folder, PartyCode announcer) {
        return new TextWriter()
                .word("compact", folder.id())
                .text("title", folder.title())
                .word("announcer", announcer)
                .children("parties", folder.parties(), CharterText.Party::toJson)
                .child("annexes", annexes(folder))
                .done();
    }

    /** What of it every party adopts with the charter. */
    public static ObjectNode annexes(CompactFolder.Read.Folder folder) {
        return new TextWriter()
                .child("thresholds", folder.thresholds().toJson())
                .child("publication", folder.publication().toJson())
                .done();
    }

    /**
     * The same compact as another text of its charter calls it, its parties and their bodies. Who they are, their keys and the zones in which their
     * days begin stay as founded (decision 21).
     */
    public Founding called(CharterText charter) {
        var parties = text.parties().stream()
                .map(party -> charter.parties().stream()
                        .filter(other -> other.code().equals(party.code()))
                        .findFirst()
                        .map(other -> new CharterText.Party(party.code(), other.name(), other.body(), party.zone()))
                        .orElse(party))
                .toList();
        return new Founding(
                new CharterText(
                        text.compact(),
                        charter.title(),
                        text.announcer(),
                        parties,
                        text.thresholds(),
                        text.publication(),
                        text.content()),
                hash);
    }

    CharterText text() {
        return text;
    }

    public String compact() {
        return text.compact();
    }

    public Bilingual title() {
        return text.title();
    }

    /** The day of a moment where a party is: its days begin in its own time zone. */
    public LocalDate day(PartyCode party, Instant moment) {
        return parties().stream()
                .filter(each -> each.code().equals(party))
                .findFirst()
                .map(each -> LocalDate.ofInstant(moment, each.zone()))
                .orElseThrow();
    }

    public Hash hash() {
        return hash;
    }

    /** On what terms the public account is published, as founded; empty if on none. */
    public Optional<PublicationTerms> publication() {
        return Optional.ofNullable(text.publication());
    }

    /** The one party whose announcements bring the founding history into the compact. */
    public PartyCode announcer() {
        return text.announcer();
    }

    /** The parties with their words, in the order of their places. */
    public List<CharterText.Party> parties() {
        return text.parties();
    }

    /** The codes of all parties, which are the states that have a node. */
    public SortedSet<PartyCode> codes() {
        return parties;
    }

    /** The items founded with the compact. */
    SortedSet<ItemKey> items() {
        return new TreeSet<>(texts.keySet());
    }

    /** The founding text of an item; empty if it was not founded with the compact. */
    public Optional<JsonNode> textOf(ItemKey item) {
        return Optional.ofNullable(texts.get(item));
    }

    /** Items of these kinds are founded with the charter and only ever amended. */
    static boolean isFounded(ItemKey.Kind kind) {
        return switch (kind) {
            case CHARTER, THRESHOLDS, PUBLICATION -> true;
            case INSTRUMENT, AREA, INITIATIVE, INDICATOR, MEETING, GROUP, EVENT, SOURCE, RELEASE -> false;
        };
    }

    /** Names the rules of release: a compact has one text of them, called as itself. */
    public ItemKey releaseRules() {
        return new ItemKey(ItemKey.Kind.RELEASE, compact());
    }

    /** Whether there can be such an item here: what is founded stands in the charter, and what a compact has once bears its name. */
    boolean admits(ItemKey item) {
        if (isFounded(item.kind())) return texts.containsKey(item);
        return item.kind() != ItemKey.Kind.RELEASE || item.equals(releaseRules());
    }

    /**
     * Whose assent a new item needs: that of all parties, so that no party can take a code alone. The code of a group may begin with those of
     * two or more parties, as {@code GT-HN-frontera} does: such a group is theirs alone, and so is its code.
     */
    public SortedSet<PartyCode> concerned(ItemKey item) {
        if (item.kind() != ItemKey.Kind.GROUP) return parties;
        var named = new TreeSet<PartyCode>();
        for (var word : item.code().split("-", -1)) {
            var party = parties.stream().filter(one -> one.value().equals(word)).findFirst();
            if (party.isEmpty()) break;
            named.add(party.get());
        }
        return named.size() < 2 ? parties : Collections.unmodifiableSortedSet(named);
    }

    /** Whose assent any change of a text needs: the parties of an initiative that have a node; of anything else, and failing those, all. */
    SortedSet<PartyCode> concerned(ItemKey item, JsonNode text) {
        if (item.kind() != ItemKey.Kind.INITIATIVE) return concerned(item);
        var concerned = new TreeSet<PartyCode>();
        for (var code : text.path("parties")) concerned.add(new PartyCode(code.stringValue()));
        concerned.retainAll(parties);
        return concerned.isEmpty() ? parties : concerned;
    }

    /** Whose assent a text needs that is to take the place of {@code base}: the parties of either. */
    SortedSet<PartyCode> required(Round.Basis base, ItemText text) {
        if (!(text instanceof Initiative initiative) || base.concerned().containsAll(initiative.parties()))
            return base.concerned();
        var required = new TreeSet<>(base.concerned());
        for (var party : initiative.parties()) if (parties.contains(party)) required.add(party);
        return required;
    }
}
