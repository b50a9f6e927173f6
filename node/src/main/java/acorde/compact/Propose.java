package acorde.compact;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Past;
import acorde.acts.RowKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proposes a text in the place of the one in force, or of nothing.
 *
 * @param text what the proposed text is, read once and by whoever asks: the sequencer, of which there is one, is spared it
 */
record Propose(Speaker speaker, Saying.Proposed proposed, ItemText.Parsed text) implements Command<Objection> {
    /** Bytes of a body: an act has 1 MiB, and its envelope with 64 addressees and 64 dependencies some 3,000 bytes. */
    private static final int BODY = (1 << 20) - (1 << 13);

    Propose(Speaker speaker, Saying.Proposed proposed) {
        this(speaker, proposed, read(proposed));
    }

    private static ItemText.Parsed read(Saying.Proposed proposed) {
        return proposed.body().toString().getBytes(StandardCharsets.UTF_8).length > BODY
                ? new ItemText.Parsed.Bad(List.of(new Bilingual(
                        "El texto entero pasa de 1 MiB: acórtelo o llévelo a varias iniciativas.",
                        "The whole text is longer than 1 MiB: shorten it, or spread it over several initiatives.")))
                : ItemText.parseProposed(proposed.item().kind(), proposed.text());
    }

    @Override
    public List<RowKey<?, ?>> reads() {
        return proposed.rows();
    }

    @Override
    public Decision<Objection> decide(Past past, Instant now) {
        if (speaker.mayNotSpeak()) return Speaker.decline(Rule.OFFICE_MAY_NOT);
        if (!speaker.founding().admits(proposed.item())) return Speaker.decline(Rule.UNKNOWN_ITEM);
        return switch (text) {
            case ItemText.Parsed.Bad(var faults) -> Speaker.decline(Objection.text(faults));
            case ItemText.Parsed.Good(var text) -> decide(past, text);
        };
    }

    private Decision<Objection> decide(Past past, ItemText text) {
        var faults = faults(past, text);
        if (!faults.isEmpty()) return Speaker.decline(Objection.text(faults));
        if (text instanceof CharterText charter
                && !charter.differsOnlyInWords(speaker.founding().text())) return Speaker.decline(Rule.CHARTER_PARTIES);
        if (text instanceof Group group && !group.seats(speaker.founding().concerned(proposed.item())))
            return Speaker.decline(Rule.GROUP_SEATS);
        var item = past.row(CompactRows.ITEM, proposed.item());
        var head = speaker.head(past, proposed.item());
        if (!Objects.equals(Speaker.version(head), proposed.base())) return Speaker.decline(moved(item, head));
        // What was only announced may be adopted as it stands.
        if (head.isPresent() && isInForce(item) && isSame(head.get(), text))
            return Speaker.decline(Rule.NOTHING_CHANGES);
        var round = past.row(CompactRows.ROUND, speaker.next(past, proposed.item()));
        if (!speaker.founding().required(basis(head), text).contains(speaker.party()))
            return Speaker.decline(Rule.NOT_CONCERNED);
        if (text instanceof Initiative initiative && !initiative.passesTheGate())
            return Speaker.decline(Rule.NOT_MEASURED);
        return speaker.speak(
                proposed,
                Consent.mayPropose(round.orElse(null), speaker.party()),
                head.map(Item.Head::act).orElse(null));
    }

    /** What is in force is not what the officer saw when the text was written. */
    private Objection moved(Optional<Item> item, Optional<Item.Head> head) {
        var rule = proposed.base() == null && item.filter(Item::consented).isPresent()
                ? Rule.ALREADY_IN_FORCE
                : Rule.BASE_MOVED;
        return new Objection(rule, head.map(Item.Head::act), List.of());
    }

    /** An item that has no row yet was founded. */
    private static boolean isInForce(Optional<Item> item) {
        return item.map(Item::consented).orElse(true);
    }

    private boolean isSame(Item.Head head, ItemText text) {
        var before = JsonMapper.shared().readTree(head.text());
        return ItemText.parse(proposed.item().kind(), before).equals(new ItemText.Parsed.Good(text));
    }

    private Round.Basis basis(Optional<Item.Head> head) {
        var founding = speaker.founding();
        return head.map(version -> new Round.Basis(
                        version.number(),
                        founding.concerned(proposed.item(), JsonMapper.shared().readTree(version.text()))))
                .orElseGet(() -> new Round.Basis(0, founding.concerned(proposed.item())));
    }

    private List<Bilingual> faults(Past past, ItemText text) {
        var faults = new ArrayList<Bilingual>();
        for (var reference : Reference.of(text)) if (!isKnown(reference, past)) faults.add(reference.unknown());
        return faults;
    }

    private boolean isKnown(Reference reference, Past past) {
        return switch (reference.target()) {
            case AREA -> isLive(past, new ItemKey(ItemKey.Kind.AREA, reference.code()));
            case SOURCE -> isLive(past, new ItemKey(ItemKey.Kind.SOURCE, reference.code()));
            case STATE -> isParty(reference.code()) || participates(past, reference.code());
        };
    }

    private static boolean isLive(Past past, ItemKey item) {
        return past.row(CompactRows.ITEM, item).map(Item::head).isPresent();
    }

    private boolean isParty(String state) {
        return speaker.founding().codes().stream()
                .anyMatch(party -> party.value().equals(state));
    }

    /** Whether the instrument names a state as one that takes part without being a party. */
    private boolean participates(Past past, String state) {
        var instrument = new ItemKey(ItemKey.Kind.INSTRUMENT, speaker.founding().compact());
        return past.row(CompactRows.ITEM, instrument)
                .map(Item::head)
                .map(head ->
                        ItemText.parse(instrument.kind(), JsonMapper.shared().readTree(head.text())))
                .filter(parsed -> parsed instanceof ItemText.Parsed.Good(Instrument text)
                        && text.participants().stream()
                                .anyMatch(one -> one.code().value().equals(state)))
                .isPresent();
    }
}
