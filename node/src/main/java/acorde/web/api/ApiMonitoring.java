package acorde.web.api;

import acorde.acts.Act;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.compact.ItemKey;
import acorde.files.Attachment;
import acorde.files.Files;
import acorde.monitoring.Account;
import acorde.monitoring.Light;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Objection;
import acorde.monitoring.Point;
import acorde.monitoring.Rule;
import acorde.monitoring.Saying;
import acorde.monitoring.Series;
import acorde.monitoring.Viewer;
import acorde.monitoring.Watched;
import acorde.offices.Officer;
import acorde.web.desk.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of an initiative or an indicator of an area, and what this party says of it: the bodies are those of the acts. */
@Controller
final class ApiMonitoring {
    private static final Map<String, String> KINDS = Map.of(
            "reports", Saying.REPORTED,
            "confirmations", Saying.CONFIRMED,
            "disputes", Saying.DISPUTED,
            "corrections", Saying.CORRECTED,
            "assessments", Saying.ASSESSED,
            "links", Saying.LINKED,
            "values", Saying.MEASURED);

    private final Acts acts;
    private final Monitoring monitoring;
    private final Files files;
    private final Clock clock;

    ApiMonitoring(Acts acts, Monitoring monitoring, Files files, Clock clock) {
        this.acts = acts;
        this.monitoring = monitoring;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/api/v1/initiatives/{code}/monitoring")
    ResponseEntity<byte[]> monitoring(HttpServletRequest request, @PathVariable String code) {
        Query.read(request);
        var now = clock.instant();
        var watched = monitoring
                .watch(code, new Viewer.Of(acts.self()), now)
                .orElseThrow(() ->
                        Problem.notFound("This node knows no initiative of that code that was announced or agreed."));
        var body = JsonMapper.shared().createObjectNode();
        body.put("initiative", code)
                .put("version", "sha256:" + watched.agreed().version().hex())
                .put(
                        "since",
                        watched.agreed()
                                .since()
                                .by(LocalDate.ofInstant(now, ZoneOffset.UTC))
                                .toString());
        body.set("light", light(watched.light()));
        steps(watched, body.putArray("steps"));
        var accounts = body.putArray("accounts");
        watched.facts().accounts().forEach((party, account) -> accounts.add(account(account)));
        var assessments = body.putArray("assessments");
        watched.facts()
                .assessed()
                .forEach((party, each) -> assessments
                        .addObject()
                        .put("party", party.value())
                        .put("level", word(each.level()))
                        .put("at", each.spoken().at().toString())
                        .put("act", each.spoken().act().toString()));
        var links = body.putArray("links");
        watched.facts()
                .links()
                .forEach((event, by) -> by.values()
                        .forEach(act -> links.addObject().put("event", event).put("act", act.toString())));
        body.set(
                "series",
                monitoring.series(code, now).map(ApiMonitoring::series).orElse(null));
        return Answers.json(request, body);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode light(Light light) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("colour", word(light.colour()));
        body.put("why", light.why().getClass().getSimpleName());
        var ladder = body.putArray("ladder");
        for (var climb : light.climbs())
            ladder.addObject()
                    .put("party", climb.party().value())
                    .put("why", climb.why().getClass().getSimpleName())
                    .put("rung", word(climb.rung()))
                    .put("from", climb.from().toString())
                    .put("next", climb.next() == null ? null : climb.next().toString());
        return body;
    }

    private static void steps(Watched watched, ArrayNode steps) {
        for (var step : watched.agreed().steps()) {
            var entry = steps.addObject()
                    .put("code", step.isWhole() ? null : step.code())
                    .put("due", step.due().toString());
            var owers = entry.putArray("owers");
            step.owers().forEach(party -> owers.add(party.value()));
        }
    }

    private static ObjectNode account(Account account) {
        var latest = account.latest();
        var body = JsonMapper.shared().createObjectNode();
        body.put("party", latest.act().party().value())
                .put("report", latest.act().toString())
                .put("at", latest.spoken().at().toString())
                .put("version", "sha256:" + latest.version().hex())
                .put("state", word(latest.state()))
                .put("on", latest.on() == null ? null : latest.on().toString());
        var milestones = body.putArray("milestones");
        latest.done()
                .forEach((code, on) -> milestones.addObject().put("code", code).put("on", on.toString()));
        body.put(
                "evidence",
                account.proven() == null ? null : account.proven().act().toString());
        var words = body.putArray("words");
        account.words()
                .forEach((party, said) -> words.addObject()
                        .put("party", party.value())
                        .put("word", said.confirms() ? "confirmed" : "disputed")
                        .put("report", said.report().toString())
                        .put("act", said.spoken().act().toString()));
        return body;
    }

    private static ObjectNode series(Series series) {
        var body = JsonMapper.shared().createObjectNode();
        var points = body.putArray("points");
        series.points()
                .forEach((day, by) -> by.forEach((party, point) -> {
                    var entry = points.addObject().put("at", day.toString()).put("party", party.value());
                    figure(point.said(), series, entry);
                    var corrections = entry.putArray("corrections");
                    point.corrected().forEach(figure -> figure(figure, series, corrections.addObject()));
                }));
        var due = body.putArray("due");
        series.due().forEach(day -> due.add(day.toString()));
        var missing = body.putArray("missing");
        series.missing().forEach(day -> missing.add(day.toString()));
        return body;
    }

    /** A number with what it counts: that of the text it was given under, which the latest may say otherwise. */
    private static void figure(Point.Figure figure, Series series, ObjectNode entry) {
        var unit = series.unit(figure);
        entry.put("value", figure.number()).put("act", figure.act().toString());
        entry.putObject("unit").put("es", unit.es()).put("en", unit.en());
        entry.put("version", "sha256:" + Objects.requireNonNull(figure.under()).hex());
    }

    /** Says it: the body is that of the act, as {@code spec/acts-monitoring.md} has it. */
    @PostMapping({
        "/api/v1/initiatives/{code}/monitoring/reports",
        "/api/v1/initiatives/{code}/monitoring/confirmations",
        "/api/v1/initiatives/{code}/monitoring/disputes",
        "/api/v1/initiatives/{code}/monitoring/corrections",
        "/api/v1/initiatives/{code}/monitoring/assessments",
        "/api/v1/initiatives/{code}/monitoring/links"
    })
    ResponseEntity<byte[]> say(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        return saidOf(request, officer, code);
    }

    /** An indicator of an area: what was agreed, and the values of each party. */
    @GetMapping("/api/v1/indicators/{code}")
    ResponseEntity<byte[]> indicator(HttpServletRequest request, @PathVariable String code) {
        Query.read(request);
        var measure = Optional.ofNullable(monitoring.measures().get(code))
                .orElseThrow(() ->
                        Problem.notFound("This node knows no indicator of that code that was announced or agreed."));
        var body = JsonMapper.shared().createObjectNode();
        body.put("indicator", code)
                .put("version", "sha256:" + measure.head().version().hex())
                .put("consent", word(measure.standing()));
        body.set("text", measure.text().toJson());
        body.set("series", series(monitoring.series(measure, clock.instant())));
        return Answers.json(request, body);
    }

    /** Gives values of it, or corrects one: the body is that of the act. */
    @PostMapping({"/api/v1/indicators/{code}/values", "/api/v1/indicators/{code}/corrections"})
    ResponseEntity<byte[]> give(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        if (!ItemKey.isCode(code)) throw Problem.notFound("No indicator has such a code.");
        return saidOf(request, officer, ItemKey.indicator(code).toString());
    }

    /** @param subject what the address is about, as {@link Monitoring#about} tells it */
    private ResponseEntity<byte[]> saidOf(HttpServletRequest request, Officer officer, String subject) {
        var path = request.getRequestURI();
        var kind = KINDS.get(path.substring(path.lastIndexOf('/') + 1));
        if (kind == null) throw Problem.notFound("There is nothing of that name to say.");
        var body = Body.readWhole(request);
        var saying = switch (Monitoring.read(kind, body)) {
            case Saying.Reading.Heard(var heard) -> heard;
            case Saying.Reading.Unheard(var rule) -> throw problem(request, new Objection(rule, Optional.empty()));
        };
        var about = monitoring.about(saying);
        if (about.isPresent() && !about.get().equals(subject))
            throw Problem.unreadable("The body is about " + about.get() + ", the address about " + subject + ".");
        var named = Attachment.read(body)
                .orElseThrow(() -> problem(request, new Objection(Rule.MALFORMED, Optional.empty())));
        var act = written(request, monitoring.say(officer, saying, ApiFiles.ready(files, officer, named)));
        return Answers.created(
                "/api/v1/acts/" + act.id(),
                JsonMapper.shared().createObjectNode().put("act", act.id().toString()));
    }

    private static Act written(HttpServletRequest request, Said<Objection> said) {
        return switch (said) {
            case Said.Written<Objection>(var written) -> written.getFirst();
            case Said.Declined<Objection>(var why) -> throw problem(request, why);
        };
    }

    /** The rule's own sentences, in the language the program asks for; English unless it says. */
    private static Problem problem(HttpServletRequest request, Objection why) {
        var words = Answers.words(request);
        var key = "rule." + why.rule().name();
        var about = why.about().map(act -> " (" + act + ")").orElse("");
        return Problem.rule(
                Refusals.status(why.rule()),
                words.say(key + ".title"),
                words.say(key) + " " + words.say(key + ".next") + about,
                why.rule().name());
    }
}
