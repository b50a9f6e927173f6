package acorde.monitoring;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.acts.Verdict;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.files.Attachment;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Says something of an initiative for this party. What {@link Applying} would reject is not said: the same rules
 * decide, on the act as it would be written. A few more hold for who is about to speak.
 */
record Say(Founding founding, PartyCode party, OfficeCode office, Saying saying, List<Attachment> files)
        implements Command<Objection> { // who says what, with which files
    /** Bytes of a body: an act has 1 MiB, and its envelope with 64 addressees and 64 dependencies some 3,000 bytes. */
    private static final int BODY = (1 << 20) - (1 << 13);

    /** Acts that one act may depend on. */
    private static final int DEPENDENCIES = 64;

    /** Stands behind every act of the log, where this one will. */
    private static final long NEXT = 999_999_999_999_999L;

    Say {
        files = List.copyOf(files);
    }

    @Override
    public List<RowKey<?, ?>> reads() {
        return switch (saying) {
            case Saying.AboutText about ->
                List.of(
                        Compact.row(ItemKey.initiative(about.initiative())),
                        new RowKey<>(MonitoringRows.FACTS, about.initiative()));
            case Saying.Measured measured -> List.of(Compact.row(ItemKey.indicator(measured.indicator())));
            case Saying.AboutReport about -> List.of(new RowKey<>(MonitoringRows.ENTRY, about.report()));
        };
    }

    @Override
    public Decision<Objection> decide(Past past, Instant now) {
        var objection = switch (saying) {
            case Saying.AboutText about -> objection(past, about);
            case Saying.Measured measured -> objection(past, measured);
            case Saying.AboutReport about -> objection(past, about);
        };
        if (objection.isPresent()) return decline(objection.get());
        var after = after(past);
        var body = Bodies.write(saying);
        if (!files.isEmpty()) body.set(Attachment.MEMBER, Attachment.write(files));
        if (after.size() > DEPENDENCIES || body.toString().getBytes(StandardCharsets.UTF_8).length > BODY)
            return decline(Objection.of(Rule.TOO_LONG));
        var others = new TreeSet<>(founding.codes());
        others.remove(party);
        var draft = new Draft(saying.kind(), office.value(), others, after, body);
        var verdict = new Applying(founding, past, written(draft, now))
                .apply()
                .verdicts()
                .get(new ActId(party, NEXT));
        return verdict instanceof Verdict.Rejected(var rule)
                ? decline(Objection.of(Rule.valueOf(rule)))
                : new Decision.Say<>(List.of(draft));
    }

    private Act written(Draft draft, Instant now) {
        return new Act(
                new ActId(party, NEXT),
                draft.kind(),
                draft.office(),
                now,
                draft.to(),
                draft.after(),
                draft.body(),
                Hash.of(new byte[Hash.SIZE]));
    }

    private Optional<Objection> objection(Past past, Saying.AboutText about) {
        if (!Applying.mayBeSaidBy(saying.kind(), office.value())) return Optional.of(Objection.of(Rule.OFFICE_MAY_NOT));
        return text(past, ItemKey.initiative(about.initiative()), about.version())
                .or(() -> figures(past, about.initiative()));
    }

    private Optional<Objection> objection(Past past, Saying.Measured measured) {
        if (!Applying.mayBeSaidBy(saying.kind(), office.value())) return Optional.of(Objection.of(Rule.OFFICE_MAY_NOT));
        return text(past, ItemKey.indicator(measured.indicator()), measured.version())
                .or(() -> figures(past, measured.subject()));
    }

    /** It is about the latest text. */
    private static Optional<Objection> text(Past past, ItemKey item, Hash version) {
        var head = head(past, item);
        if (head.isEmpty())
            return Optional.of(Objection.of(
                    item.kind() == ItemKey.Kind.INDICATOR ? Rule.UNKNOWN_INDICATOR : Rule.UNKNOWN_INITIATIVE));
        return head.get().version().equals(version)
                ? Optional.empty()
                : Optional.of(new Objection(
                        Rule.VERSION_MOVED, Optional.ofNullable(head.get().act())));
    }

    /** No figure is given twice. */
    private Optional<Objection> figures(Past past, String subject) {
        for (var value : saying.values()) {
            var said = past.row(MonitoringRows.POINT, new Point.Key(subject, party, value.at()));
            if (said.isPresent())
                return Optional.of(
                        Objection.of(Rule.FIGURE_SAID, said.get().counts().act()));
        }
        return Optional.empty();
    }

    private Optional<Objection> objection(Past past, Saying.AboutReport about) {
        if (about instanceof Saying.Corrected) return Optional.empty();
        var account = past.row(MonitoringRows.ENTRY, about.report())
                .flatMap(entry -> past.row(MonitoringRows.FACTS, entry.initiative()))
                .map(facts -> facts.accounts().get(about.report().party()));
        if (account.isEmpty()) return Optional.empty();
        var latest = account.get().latest().act();
        if (!latest.equals(about.report())) return Optional.of(Objection.of(Rule.NEWER_REPORT, latest));
        var last = account.get().words().get(party);
        if (last == null || !last.report().equals(about.report()) || last.confirms() != confirms(about))
            return Optional.empty();
        return Optional.of(Objection.of(Rule.SAID_ALREADY, last.spoken().act()));
    }

    private static boolean confirms(Saying.AboutReport about) {
        return about instanceof Saying.Confirmed;
    }

    /** The acts it makes no sense without: the text and the events, the disputes it answers, the report it is about. */
    private List<ActId> after(Past past) {
        var after = new LinkedHashSet<ActId>();
        switch (saying) {
            case Report report -> {
                carrier(past, ItemKey.initiative(report.initiative())).ifPresent(after::add);
                report.events().forEach(event -> carrier(past, event(event)).ifPresent(after::add));
                after.addAll(report.answers());
            }
            case Saying.Assessed assessed ->
                carrier(past, ItemKey.initiative(assessed.initiative())).ifPresent(after::add);
            case Saying.Measured measured ->
                carrier(past, ItemKey.indicator(measured.indicator())).ifPresent(after::add);
            case Saying.Linked linked -> {
                carrier(past, ItemKey.initiative(linked.initiative())).ifPresent(after::add);
                carrier(past, event(linked.event())).ifPresent(after::add);
            }
            case Saying.AboutReport about -> after.add(about.report());
        }
        return new ArrayList<>(after);
    }

    private static ItemKey event(String code) {
        return new ItemKey(ItemKey.Kind.EVENT, code);
    }

    private static Optional<ActId> carrier(Past past, ItemKey key) {
        return head(past, key).map(Item.Head::act);
    }

    private static Optional<Item.Head> head(Past past, ItemKey key) {
        return Compact.item(past, key).map(Item::head);
    }

    private static Decision<Objection> decline(Objection objection) {
        return new Decision.Decline<>(objection);
    }
}
