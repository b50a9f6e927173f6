package acorde.compact;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Past;
import acorde.acts.RowKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Proposes a text in the place of the one in force, or of nothing. */
record Propose(Speaker speaker, Saying.Proposed proposed) implements Command<Objection> {
    /** Bytes of a body: an act has 1 MiB, and its envelope with 64 addressees and 64 dependencies some 3,000 bytes. */
    private static final int BODY = (1 << 20) - (1 << 13);

    @Override
    public List<RowKey<?, ?>> reads() {
        return List.of(
                new RowKey<>(CompactRows.ITEM, proposed.item()), new RowKey<>(CompactRows.ROUND, proposed.round()));
    }

    @Override
    public Decision<Objection> decide(Past past, Instant now) {
        if (speaker.mayNotSpeak()) return Speaker.decline(Rule.OFFICE_MAY_NOT);
        var item = proposed.item();
        if (Founding.isFounded(item.kind()) && speaker.founding().textOf(item).isEmpty())
            return Speaker.decline(Rule.UNKNOWN_ITEM);
        return switch (ItemText.parse(item.kind(), proposed.text())) {
            case ItemText.Parsed.Bad(var faults) -> Speaker.decline(Objection.text(faults));
            case ItemText.Parsed.Good(var text) -> decide(past, text);
        };
    }

    private Decision<Objection> decide(Past past, ItemText text) {
        var faults = faults(past, text);
        if (!faults.isEmpty()) return Speaker.decline(Objection.text(faults));
        if (text instanceof CharterText charter
                && !charter.differsOnlyInWords(speaker.founding().text())) return Speaker.decline(Rule.CHARTER_PARTIES);
        var item = past.row(CompactRows.ITEM, proposed.item());
        var head = speaker.head(past, proposed.item());
        if (!Objects.equals(Speaker.version(head), proposed.base())) return Speaker.decline(moved(item, head));
        if (head.isPresent() && isSame(head.get(), text)) return Speaker.decline(Rule.NOTHING_CHANGES);
        var round = past.row(CompactRows.ROUND, proposed.round());
        var base = round.map(Round::base).orElseGet(() -> basis(head));
        if (!speaker.founding().required(base, text).contains(speaker.party()))
            return Speaker.decline(Rule.NOT_CONCERNED);
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

    private boolean isSame(Item.Head head, ItemText text) {
        var before = JsonMapper.shared().readTree(head.text());
        return ItemText.parse(proposed.item().kind(), before).equals(new ItemText.Parsed.Good(text));
    }

    private Round.Basis basis(Optional<Item.Head> head) {
        var founding = speaker.founding();
        return head.map(version -> new Round.Basis(
                        version.number(),
                        founding.concerned(proposed.item(), JsonMapper.shared().readTree(version.text()))))
                .orElseGet(() -> new Round.Basis(0, founding.codes()));
    }

    private List<Bilingual> faults(Past past, ItemText text) {
        var faults = new ArrayList<Bilingual>();
        if (proposed.body().toString().getBytes(StandardCharsets.UTF_8).length > BODY)
            faults.add(new Bilingual(
                    "El texto entero pasa de 1 MiB: acórtelo o llévelo a varias iniciativas.",
                    "The whole text is longer than 1 MiB: shorten it, or spread it over several initiatives."));
        var states = states(past);
        for (var reference : Reference.of(text)) if (!isKnown(reference, past, states)) faults.add(reference.unknown());
        return faults;
    }

    private static boolean isKnown(Reference reference, Past past, Set<String> states) {
        return switch (reference.target()) {
            case AREA -> isLive(past, new ItemKey(ItemKey.Kind.AREA, reference.code()));
            case SOURCE -> isLive(past, new ItemKey(ItemKey.Kind.SOURCE, reference.code()));
            case STATE -> states.contains(reference.code());
        };
    }

    private static boolean isLive(Past past, ItemKey item) {
        return past.row(CompactRows.ITEM, item).map(Item::head).isPresent();
    }

    /** The parties, and the states that only take part. */
    private Set<String> states(Past past) {
        var states = new HashSet<String>();
        speaker.founding().codes().forEach(party -> states.add(party.value()));
        var instrument = new ItemKey(ItemKey.Kind.INSTRUMENT, speaker.founding().compact());
        past.row(CompactRows.ITEM, instrument)
                .map(Item::head)
                .map(head ->
                        ItemText.parse(instrument.kind(), JsonMapper.shared().readTree(head.text())))
                .ifPresent(parsed -> {
                    if (parsed instanceof ItemText.Parsed.Good(Instrument text))
                        text.participants()
                                .forEach(state -> states.add(state.code().value()));
                });
        return states;
    }
}
