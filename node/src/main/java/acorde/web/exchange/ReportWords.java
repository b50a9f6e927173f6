package acorde.web.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Area;
import acorde.compact.Compact;
import acorde.compact.ItemKey;
import acorde.exchange.Alert;
import acorde.exchange.Asked;
import acorde.exchange.Cap;
import acorde.exchange.Item;
import acorde.exchange.Recalled;
import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.exchange.Turn;
import acorde.offices.OfficeCode;
import acorde.offices.Offices;
import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import acorde.trust.Place;
import acorde.trust.Receipt;
import acorde.web.exchange.ReportReview.Because;
import acorde.web.view.Chord;
import acorde.web.view.Chord.Mark;
import acorde.web.view.Chord.State;
import acorde.web.view.Frame;
import acorde.web.view.OfficeName;
import acorde.web.words.Language;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what was exchanged into the reader's words. */
final class ReportWords {
    private static final List<Field> BODY = List.of(Field.FACT, Field.ASSESSMENT, Field.SOURCE);

    private final Acts acts;
    private final Compact compact;
    private final Offices offices;

    ReportWords(Acts acts, Compact compact, Offices offices) {
        this.acts = acts;
        this.compact = compact;
        this.offices = offices;
    }

    /** @param ours whether it is this party's: whom a report is kept from is told to nobody else */
    ReportSheet sheet(Report report, boolean ours, Frame frame) {
        var texts = report.texts();
        var parts = BODY.stream()
                .flatMap(field ->
                        texts.part(field).stream().map(text -> new ReportSheet.Part(heading(report, field), text)))
                .toList();
        return new ReportSheet(
                texts.part(Field.TITLE).orElse(""),
                language(report),
                parts,
                report.things(),
                marks(report, ours, frame),
                report.exercise(),
                warning(report, frame));
    }

    private static ReportSheet.@Nullable Warning warning(Report report, Frame frame) {
        if (!(report.turn() instanceof Turn.Warns(var alert))) return null;
        var codes = alert.codes();
        return new ReportSheet.Warning(
                List.of(
                        line("category", codes.category(), frame),
                        line("response", codes.response(), frame),
                        line("haste", codes.urgency(), frame),
                        line("severity", codes.severity(), frame),
                        line("certainty", codes.certainty(), frame),
                        new ReportSheet.Line("expires", frame.moment(alert.expires()))),
                other(report).code(),
                alert.title(),
                alert.fact());
    }

    private static ReportSheet.Line line(String label, Enum<?> code, Frame frame) {
        return new ReportSheet.Line(label, frame.say("alerts." + label + "." + code));
    }

    /** In which it says its title and its fact once more. */
    private static Language other(Report report) {
        return report.texts().language() == Texts.Language.ES ? Language.EN : Language.ES;
    }

    /** An alert as a message of CAP 1.2; empty if it is none. @param to whom it was given */
    Optional<Cap> cap(Item item, List<String> to, Frame frame) {
        if (!(item.report().turn() instanceof Turn.Warns(var alert))) return Optional.empty();
        var report = item.report();
        var compact = acts.logs().charter().compact();
        return Optional.of(new Cap(
                report.ref().value(),
                "acorde/" + compact + "/" + item.by(),
                item.at(),
                report.exercise(),
                Cap.Scope.of(report, to, alone(to, frame)),
                Cap.codes(report),
                or(report.basis().restriction()),
                Stream.of(Language.ES, Language.EN)
                        .map(language -> capBlock(item, alert, frame.speaking(language)))
                        .toList()));
    }

    /** In both languages, as the alert. */
    private static String alone(List<String> to, Frame frame) {
        return Stream.of(Language.ES, Language.EN)
                .map(language -> frame.speaking(language).say("alerts.cap.alone", String.join(", ", to)))
                .collect(Collectors.joining(" / "));
    }

    private Cap.Block capBlock(Item item, Alert alert, Frame frame) {
        var texts = item.report().texts();
        var own = other(item.report()) != frame.language();
        var zone = item.report().basis().zone();
        return new Cap.Block(
                frame.language().code(),
                frame.say("alerts.category." + alert.codes().category()),
                alert,
                frame.party(item.by().value()) + ", " + office(item, frame),
                own ? texts.part(Field.TITLE).orElse("") : alert.title(),
                own ? texts.part(Field.FACT).orElse("") : alert.fact(),
                zone == null ? "" : zone);
    }

    /** What a request has in the place of facts is its question. */
    private static String heading(Report report, Field field) {
        return report.turn() instanceof Turn.Asks && field == Field.FACT ? ReportSheet.QUESTION : field.code();
    }

    static String language(Report report) {
        return switch (report.texts().language()) {
            case ES -> "es";
            case EN -> "en";
        };
    }

    ReportSheet.Marks marks(Report report, boolean ours, Frame frame) {
        var marking = report.marking();
        var terms = report.terms();
        return new ReportSheet.Marks(
                marking.tlp() == null ? "" : marking.tlp().toString(),
                new TreeSet<>(marking.handling()).stream().map(Enum::name).toList(),
                marking.evaluation() == null ? "" : marking.evaluation().toString(),
                new TreeSet<>(terms.purposes())
                        .stream().map(purpose -> purpose(purpose, frame)).toList(),
                or(report.basis().law()),
                or(report.basis().restriction()),
                or(terms.arrangement()),
                or(report.basis().zone()),
                terms.span().validTo(),
                terms.span().reviewOn(),
                report.persons().flags().stream().map(Enum::name).toList(),
                (ours ? report.persons().never() : new TreeSet<Country>())
                        .stream().map(Country::code).map(frame::party).toList());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The code of an area with its title. */
    String purpose(Purpose purpose, Frame frame) {
        var key = new ItemKey(ItemKey.Kind.AREA, purpose.code());
        return compact.latest(key).orElse(null) instanceof Area area
                ? purpose + ", "
                        + frame.in(new acorde.web.words.Bilingual(
                                area.title().es(), area.title().en()))
                : purpose.code();
    }

    List<ReportDraft.Choice> purposes(Collection<Purpose> purposes, Frame frame) {
        return new TreeSet<>(purposes)
                .stream()
                        .map(purpose -> new ReportDraft.Choice(purpose.code(), purpose(purpose, frame)))
                        .toList();
    }

    String office(Item item, Frame frame) {
        var code = OfficeCode.read(item.office());
        if (code.isEmpty()) return item.office();
        if (!item.by().equals(acts.self())) return OfficeName.in(frame.words(), code.get());
        return offices.office(code.get())
                .map(office -> frame.in(new acorde.web.words.Bilingual(office.inSpanish(), office.inEnglish())))
                .orElseGet(() -> OfficeName.in(frame.words(), code.get()));
    }

    /** All parties, in the order of the directory. */
    private List<PartyCode> parties() {
        return acts.logs().charter().places().stream().map(Place::party).toList();
    }

    /** Who was given a report of this party's, and who has it still: whoever signed that its copy is gone has none. */
    Chord given(List<Asked> asked, List<Item.Copy> copies, List<Recalled> orders) {
        return new Chord(
                Chord.Matter.RELEASE,
                parties().stream()
                        .map(party -> {
                            var copy = copyOf(party, copies);
                            if (copy != null) {
                                if (isGone(copy, orders)) return new Mark(party.value(), State.DASHED, null);
                                var at = delivered(party, copy);
                                return new Mark(party.value(), at == null ? State.HOLLOW : State.FILLED, at);
                            }
                            var refused =
                                    asked.stream().anyMatch(one -> one.party().equals(party));
                            return new Mark(party.value(), refused ? State.CROSSED : State.DASHED, null);
                        })
                        .toList());
    }

    private static boolean isGone(ActId copy, List<Recalled> orders) {
        return orders.stream().anyMatch(order -> order.item().equals(copy) && order.answer() != null);
    }

    /** The act by which a party was given it; null if it was not. */
    private static @Nullable ActId copyOf(PartyCode party, List<Item.Copy> copies) {
        return copies.stream()
                .filter(copy -> copy.holder().equals(party))
                .findFirst()
                .map(Item.Copy::act)
                .orElse(null);
    }

    private @Nullable Instant delivered(PartyCode party, @Nullable ActId copy) {
        if (copy == null) return null;
        return acts.logs().delivered(party, copy.index()).map(Receipt::at).orElse(null);
    }

    /** @param because why rules decided, by their ids */
    List<ItemView.Decided> decided(
            List<Asked> asked,
            List<Item.Copy> copies,
            List<ReportPages.Became> became,
            Function<List<String>, List<Because>> because) {
        return asked.stream()
                .map(one -> new ItemView.Decided(
                        one.party().value(),
                        one.given(),
                        one.without().stream().map(Enum::name).toList(),
                        because.apply(one.rules()),
                        delivered(one.party(), copyOf(one.party(), copies)),
                        became.stream()
                                .filter(said -> said.holder().equals(one.party()))
                                .map(ReportPages.Became::said)
                                .toList()))
                .toList();
    }

    List<ItemView.Recall> recalls(List<Recalled> orders, Frame frame) {
        return orders.stream()
                .map(order -> {
                    var answer = order.answer();
                    return new ItemView.Recall(
                            order.holder().value(),
                            order.why().ground().name(),
                            order.why().by(),
                            order.at(),
                            order.isLate(frame.formats().today()),
                            answer == null ? "" : answer.act().toString(),
                            answer == null ? null : answer.at(),
                            answer == null || answer.held());
                })
                .toList();
    }

    /** Which of those that have a copy have answered; null if nothing was ordered. */
    @Nullable
    Chord answers(List<Item.Copy> copies, List<Recalled> orders) {
        if (orders.isEmpty()) return null;
        return new Chord(
                Chord.Matter.RECALL,
                parties().stream()
                        .filter(party -> copyOf(party, copies) != null)
                        .map(party -> orders.stream()
                                .filter(order -> order.holder().equals(party))
                                .findFirst()
                                .map(Recalled::answer)
                                .map(answer -> new Mark(party.value(), State.FILLED, answer.at()))
                                .orElseGet(() -> new Mark(
                                        party.value(),
                                        orders.stream()
                                                        .anyMatch(order ->
                                                                order.holder().equals(party))
                                                ? State.HOLLOW
                                                : State.DASHED,
                                        null)))
                        .toList());
    }
}
