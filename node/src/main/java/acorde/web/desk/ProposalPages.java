package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.Initiative;
import acorde.compact.Objection;
import acorde.compact.ReleaseRules;
import acorde.compact.Rule;
import acorde.compact.Stood;
import acorde.compact.Word;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.policy.Adopted;
import acorde.trustlog.Hash;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.view.Document;
import acorde.web.view.ErrorView;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.view.ProposalView;
import acorde.web.view.ProposalView.Answer;
import acorde.web.view.ProposalsView;
import acorde.web.view.Refusal;
import acorde.web.view.RulesView;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is proposed, what exactly it changes, who said what, and this party's answer. */
@Controller
final class ProposalPages {
    private static final int OPEN = 50;
    private static final int ENDED = 25;
    private static final int LONGEST_WORDS = 4_000;

    private final Acts acts;
    private final Compact compact;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Saids saids;
    private final Screen screen;
    private final Waiting waiting;
    private final Adopted adopted;

    ProposalPages( // the parts it joins
            Acts acts,
            Compact compact,
            Ledgers ledgers,
            Directory directory,
            Saids saids,
            Screen screen,
            Waiting waiting,
            Adopted adopted) {
        this.acts = acts;
        this.compact = compact;
        this.ledgers = ledgers;
        this.directory = directory;
        this.saids = saids;
        this.screen = screen;
        this.waiting = waiting;
        this.adopted = adopted;
    }

    @GetMapping("/proposals")
    ResponseEntity<String> proposals(HttpServletRequest request, @RequestParam(defaultValue = "") String after) {
        var frame = screen.frame(request);
        var ledger = ledgers.read();
        var self = acts.self();
        var lines = new Lines(ledger, directory, acts.self(), frame);
        var awaiting = ledger.awaiting(self, OPEN);
        var open = ledger.open(each -> !each.proposal().silent().contains(self), OPEN);
        var ended = ledger.newest(id(after), each -> each.state() != Stood.State.OPEN, ENDED);
        var next = ended.next();
        var view = new ProposalsView(
                awaiting.stream().map(lines::proposal).toList(),
                ledger.awaiting(self),
                open.stream().map(lines::proposal).toList(),
                ledger.openCount() - ledger.awaiting(self),
                ended.made().stream().map(lines::proposal).toList(),
                next == null ? "" : next.toString());
        return screen.page(request, 200, "proposals", view);
    }

    private static @Nullable ActId id(String text) {
        var parts = text.split("/", 2);
        return parts.length < 2 ? null : ActReading.id(parts[0], parts[1]).orElse(null);
    }

    @GetMapping("/proposals/{party}/{index}")
    ResponseEntity<String> proposal(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        return page(request, officer, ActReading.id(party, index), Shown.AT_FIRST);
    }

    /** The same once somebody has said or received something; htmx takes the parts it needs. */
    @GetMapping("/proposals/{party}/{index}/voices")
    ResponseEntity<String> voices( // the address and what it is asked with
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String seen)
            throws InterruptedException {
        var id = ActReading.id(party, index);
        return waiting.until(() -> id.flatMap(ledgers.read()::made)
                        .map(made -> !saids.version(made).equals(seen))
                        .orElse(true))
                ? page(request, officer, id, Shown.AT_FIRST)
                : Waiting.nothing();
    }

    /** What a page shows beside the proposal itself. */
    private record Shown(
            int status, @Nullable Answer answer, @Nullable Refusal refusal) {
        static final Shown AT_FIRST = new Shown(200, null, null);
    }

    private ResponseEntity<String> page(HttpServletRequest request, Officer officer, Optional<ActId> id, Shown shown) {
        var ledger = ledgers.read();
        var made = id.flatMap(ledger::made);
        if (made.isEmpty()) return screen.page(request, 404, "error", new ErrorView(404, "", null));
        var frame = screen.frame(request);
        return screen.page(request, shown.status(), "proposal", view(made.get(), ledger, officer, frame, shown));
    }

    private ProposalView view( // what a proposal's page shows comes from all of these
            Made made, Ledger ledger, Officer officer, Frame frame, Shown shown) {
        var lines = new Lines(ledger, directory, acts.self(), frame);
        var voices = saids.voices(made, frame);
        var text = Texts.of(made.text().orElseThrow(), directory);
        var before = ledger.baseOf(made).map(base -> Texts.of(base, directory)).orElse(null);
        var awaits = made.awaits(acts.self());
        var mayAnswer = awaits && officer.role() == Role.COORDINATOR;
        var living = livingRival(made, ledger);
        var rules = rules(made, ledger, frame);
        var faulty = rules != null && !rules.faults().isEmpty();
        return new ProposalView(
                lines.proposal(made, Saids.chord(voices)),
                saids.office(made.act(), frame.language()),
                made.number(),
                Telling.quote(made.act().body().path("why"), frame.language()),
                Document.compare(before, text, Language.ES, frame.formats()),
                Document.compare(before, text, Language.EN, frame.formats()),
                rules,
                "sha256:" + made.proposal().version().hex(),
                voices,
                made.rivals().stream()
                        .flatMap(rival -> ledger.made(rival).stream())
                        .filter(rival -> rival.state() == Stood.State.OPEN)
                        .map(lines::proposal)
                        .toList(),
                awaits ? consequence(made, ledger, lines) : null,
                mayAnswer ? answer(shown, faulty || living.isPresent()) : null,
                shown.refusal() != null ? shown.refusal() : cannot(awaits, officer, living),
                made.state() == Stood.State.OPEN
                        && made.by().equals(acts.self())
                        && made.proposal().withdrawal() == null
                        && officer.role() == Role.COORDINATOR,
                ending(made, ledger, frame),
                ledger.doubles(made),
                saids.version(made));
    }

    private ProposalView.Consequence consequence(Made made, Ledger ledger, Lines lines) {
        var measured = ledger.figures(java.time.LocalDate.EPOCH).measured();
        var then = made.text().filter(Initiative.class::isInstance).map(Initiative.class::cast);
        var before = ledger.initiative(made.item().code())
                .filter(known -> known.initiative().measured())
                .isPresent();
        var after = then.filter(Initiative::measured).isPresent();
        return new ProposalView.Consequence(
                lines.chordWithOurs(made),
                then.filter(text -> text.parties().contains(acts.self()))
                        .map(Initiative::due)
                        .orElse(null),
                measured,
                measured + (after ? 1 : 0) - (before ? 1 : 0));
    }

    /** What already stands in the way of an answer, told before anything is filled in. */
    private @Nullable Refusal cannot(boolean awaits, Officer officer, Optional<ActId> rival) {
        if (!awaits) return null;
        if (officer.role() != Role.COORDINATOR) return Refusals.view(objection(Rule.OFFICE_MAY_NOT, null), acts.self());
        return rival.map(id -> Refusals.view(objection(Rule.RIVAL_LIVES, id), acts.self()))
                .orElse(null);
    }

    /** The rival this party assented to that still lives: until it is refused, this one can only be refused. */
    private Optional<ActId> livingRival(Made made, Ledger ledger) {
        return made.rivals().stream()
                .flatMap(rival -> ledger.made(rival).stream())
                .filter(rival -> rival.state() == Stood.State.OPEN)
                .filter(rival -> rival.proposal().words().get(acts.self()) instanceof Word.Assent)
                .map(Made::id)
                .findFirst();
    }

    /** What it proposes, rule by rule; null if it proposes no rules. */
    private @Nullable RulesView rules(Made made, Ledger ledger, Frame frame) {
        return made.text().orElseThrow() instanceof ReleaseRules rules
                ? RulesText.of(adopted, ledger.baseOf(made).orElse(null), rules, frame.words())
                : null;
    }

    private static Answer answer(Shown shown, boolean onlyRefuse) {
        var choices = onlyRefuse ? Answer.ONLY_REFUSE : Answer.ALL;
        var given = shown.answer();
        return given == null
                ? Answer.untouched(choices)
                : new Answer(choices, given.choice(), given.words(), given.flaws());
    }

    private static Objection objection(Rule rule, @Nullable ActId about) {
        return new Objection(rule, Optional.ofNullable(about), List.of());
    }

    private ProposalView.@Nullable Ending ending(Made made, Ledger ledger, Frame frame) {
        return switch (made.state()) {
            case OPEN, CONTESTED -> null;
            case DEAD ->
                made.refusal()
                        .flatMap(word -> acts.act(word.act()))
                        .map(act -> ending(act, "", frame))
                        .orElse(null);
            case IN_FORCE -> last(made).map(act -> ending(act, "", frame)).orElse(null);
            case SUPERSEDED ->
                ledger.successor(made)
                        .flatMap(other ->
                                last(other).map(act -> ending(act, other.id().toString(), frame)))
                        .orElse(null);
        };
    }

    private static ProposalView.Ending ending(Act act, String other, Frame frame) {
        return new ProposalView.Ending(
                act.by().value(),
                act.at(),
                act.id().toString(),
                other,
                Saids.quote(act, frame.language()).words());
    }

    /** The assent that was said last, as their authors dated them. */
    private Optional<Act> last(Made made) {
        return made.proposal().words().values().stream()
                .flatMap(word -> acts.act(word.act()).stream())
                .max(Comparator.comparing(Act::at));
    }

    @PostMapping("/proposals/{party}/{index}/answer")
    ResponseEntity<String> answer( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String read) {
        var id = ActReading.id(party, index);
        var answer = checked(choice, Forms.plain(words), read);
        if (id.isEmpty() || !answer.flaws().isEmpty()) return page(request, officer, id, new Shown(422, answer, null));
        var remark = answer.words().isBlank() ? null : Forms.remark(answer.words(), Screen.language(request));
        var said = switch (answer.choice()) {
            case "assent" -> hash(text).map(hash -> compact.assent(officer, id.get(), hash, null));
            case "reserve" -> hash(text).map(hash -> compact.assent(officer, id.get(), hash, remark));
            default -> Optional.of(compact.refuse(officer, id.get(), java.util.Objects.requireNonNull(remark)));
        };
        return said.map(outcome -> after(request, officer, id, outcome, answer))
                .orElseGet(() -> screen.page(request, 400, "error", new ErrorView(400, "", null)));
    }

    private static Answer checked(String choice, String words, String read) {
        var flaws = new ArrayList<Flaw>();
        if (!Answer.ALL.contains(choice)) flaws.add(new Flaw("choice", Flaw.Why.CHOICE_MISSING));
        if (!choice.equals("assent") && words.isBlank()) flaws.add(new Flaw("words", Flaw.Why.WORDS_MISSING));
        if (words.length() > LONGEST_WORDS) flaws.add(new Flaw("words", Flaw.Why.TOO_LONG));
        if (!read.equals("yes")) flaws.add(new Flaw("read", Flaw.Why.NOT_READ));
        return new Answer(Answer.ALL, Answer.ALL.contains(choice) ? choice : "", words, flaws);
    }

    private static Optional<Hash> hash(String text) {
        try {
            return text.startsWith("sha256:") ? Optional.of(Hash.ofHex(text.substring(7))) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private ResponseEntity<String> after( // the form, and what came of it
            HttpServletRequest request,
            Officer officer,
            Optional<ActId> id,
            Said<Objection> said,
            @Nullable Answer answer) {
        return switch (said) {
            case Said.Written<Objection>(var acts) -> {
                Confirming.signed(request, acts);
                yield seeOther(Links.proposal(id.orElseThrow().toString()));
            }
            case Said.Declined<Objection>(var why) ->
                page(
                        request,
                        officer,
                        id,
                        new Shown(Refusals.status(why.rule()), answer, Refusals.view(why, acts.self())));
        };
    }

    @PostMapping("/proposals/{party}/{index}/withdrawal")
    ResponseEntity<String> withdrawal( // the address and the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String words) {
        var id = ActReading.id(party, index);
        var reason = Forms.plain(words);
        if (id.isEmpty() || reason.isBlank() || reason.length() > LONGEST_WORDS)
            return page(
                    request,
                    officer,
                    id,
                    new Shown(422, null, Refusals.view(objection(Rule.REASON_MISSING, null), acts.self())));
        var said = compact.askToWithdraw(officer, id.get(), Forms.remark(reason, Screen.language(request)));
        return after(request, officer, id, said, null);
    }

    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
