package acorde.monitoring;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.Duty;
import acorde.acts.Hearing;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.Disclosing;
import acorde.compact.Founding;
import acorde.compact.ItemKey;
import acorde.files.Attachment;
import acorde.finding.Catalogue;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of what was agreed: the door of the package. Safe for any thread.
 *
 * <p>Every command is answered when it is durable, or with the objection for which this party does not speak. When
 * neither can be had it fails with {@link acorde.acts.Busy}, {@link acorde.acts.DatabaseLost} or
 * {@link acorde.acts.NodeStopping}, and nothing was said; or with {@link acorde.acts.NotKnown}.
 */
public final class Monitoring {
    /** Reports that are said in one go: less than a batch of acts. */
    public static final int AT_ONCE = 1_000;

    private final Acts acts;
    private final Founding founding;
    private final Desk desk;
    private final Shown shown = new Shown();
    private final Slips slips;

    public Monitoring(Acts acts, Compact compact, Founding founding, DataSource readers) {
        this.acts = acts;
        this.founding = founding;
        this.desk = new Desk(acts, compact, founding, readers);
        this.slips = new Slips(compact);
    }

    /** What makes rows of the acts of monitoring. */
    public static Duty duty(Founding founding) {
        return new MonitoringDuty(founding);
    }

    /** What was said of each initiative, by its code, as the acts of a hearing have it. */
    public static Map<String, Facts> facts(Hearing hearing) {
        return hearing.rows(MonitoringRows.FACTS);
    }

    /** The figures that something a party said gives or corrects, as the acts of a hearing have them now. */
    public static Map<Point.Key, Point> points(Hearing hearing, PartyCode by, Saying saying) {
        var points = new HashMap<Point.Key, Point>();
        for (var key : touched(hearing, by, saying))
            hearing.row(MonitoringRows.POINT, key).ifPresent(point -> points.put(key, point));
        return points;
    }

    private static List<Point.Key> touched(Hearing hearing, PartyCode by, Saying saying) {
        return switch (saying) {
            case Report _, Saying.Measured _ ->
                saying.values().stream()
                        .map(value -> new Point.Key(subject(saying).orElseThrow(), by, value.at()))
                        .toList();
            case Saying.Corrected correction ->
                hearing
                        .act(correction.report())
                        .flatMap(Monitoring::saying)
                        .flatMap(Monitoring::subject)
                        .map(subject -> new Point.Key(subject, by, correction.at()))
                        .stream()
                        .toList();
            case Saying.Assessed _, Saying.Linked _, Saying.Confirmed _, Saying.Disputed _ -> List.of();
        };
    }

    /** What the figures stand under that it gives; empty for what gives none. */
    private static Optional<String> subject(Saying saying) {
        return switch (saying) {
            case Report report -> Optional.of(report.initiative());
            case Saying.Measured measured -> Optional.of(measured.subject());
            case Saying.Assessed _, Saying.Linked _, Saying.AboutReport _ -> Optional.empty();
        };
    }

    /** What was said of the initiatives and can be found, and what awaits an officer. */
    public Catalogue catalogue() {
        return new MonitoringCatalogue(acts, desk, founding);
    }

    /**
     * This party's own account, all of it as it stands.
     *
     * @param files that show it
     */
    public Said<Objection> report(Officer officer, Report report, List<Attachment> files) {
        return say(officer, report, files);
    }

    /** Sets a figure of this party right, beside what was said. */
    public Said<Objection> correct(Officer officer, Saying.Corrected correction) {
        return say(officer, correction, List.of());
    }

    /** What this party's observer holds of the work, with the files that show it. */
    public Said<Objection> assess(Officer officer, Saying.Assessed assessed, List<Attachment> files) {
        return say(officer, assessed, files);
    }

    /** That something outside touched an initiative. */
    public Said<Objection> link(Officer officer, Saying.Linked linked) {
        return say(officer, linked, List.of());
    }

    /** The command that says it, for whoever does not wait. */
    public Command<Objection> saying(OfficeCode office, Saying saying, List<Attachment> files) {
        return new Say(founding, acts.self(), office, saying, files);
    }

    /**
     * A report and what it was made from.
     *
     * @param basis the latest report of this party on the initiative then; null if there was none
     */
    public record Based(Report report, @Nullable ActId basis) {}

    /**
     * Several reports of this party, at most {@link #AT_ONCE} and one on each initiative: all of them or none. None if this
     * party has said anything on one of the initiatives since.
     *
     * @throws IllegalArgumentException if there are more, or two on one initiative
     */
    public Said<Objection.In> reportAll(Officer officer, List<Based> reports) {
        return acts.sayDurably(new SayAll(founding, acts.self(), officer.office(), reports), officer);
    }

    /** Says any of these. @param files only with a report or an assessment */
    public Said<Objection> say(Officer officer, Saying saying, List<Attachment> files) {
        return acts.sayDurably(saying(officer.office(), saying, files), officer);
    }

    /** Every initiative as a reader sees it at that time, by its code. */
    public Map<String, Watched> watch(Viewer viewer, Instant now) {
        return shown.of(desk.read(), viewer, day(now));
    }

    /** All that this party owes, in the order of its codes. */
    public List<Owed> owed() {
        var self = acts.self();
        var followed = desk.read().followed().values().stream()
                .filter(each -> each.agreed().obliged().contains(self))
                .toList();
        var latest = new TreeMap<String, ActId>();
        for (var each : followed) {
            var account = each.facts().accounts().get(self);
            if (account != null)
                latest.put(each.agreed().code(), account.latest().act());
        }
        var said = new HashMap<ActId, Report>();
        acts.parts(
                latest.values(),
                part -> part.forEach(
                        (id, act) -> Optional.ofNullable(report(act)).ifPresent(one -> said.put(id, one))));
        var codes = followed.stream().map(each -> each.agreed().code()).toList();
        var points = desk.points(codes, List.of(self));
        return followed.stream()
                .map(each -> {
                    var code = each.agreed().code();
                    var indicator = each.agreed().indicator();
                    var act = latest.get(code);
                    return new Owed(
                            self,
                            code,
                            each.text(),
                            each.agreed().version(),
                            act,
                            act == null ? null : said.get(act),
                            figures(points.getOrDefault(code, Map.of())),
                            indicator == null ? List.of() : Series.dueDays(indicator));
                })
                .toList();
    }

    private static @Nullable Report report(Act act) {
        return saying(act).orElse(null) instanceof Report report ? report : null;
    }

    private static SortedMap<LocalDate, BigDecimal> figures(Map<Point.Key, Point> points) {
        var figures = new TreeMap<LocalDate, BigDecimal>();
        points.forEach((key, point) -> figures.put(key.at(), point.counts().number()));
        return figures;
    }

    /** One initiative as a reader sees it at that time. */
    public Optional<Watched> watch(String code, Viewer viewer, Instant now) {
        var contents = desk.read();
        return Optional.ofNullable(contents.followed().get(code))
                .map(each -> Shown.one(each, contents.days(), viewer, day(now)));
    }

    /**
     * The light of an initiative as a reader would be shown it once this party had reported so; empty if it is followed by nobody.
     *
     * @param shows whether files go with the report
     */
    public Optional<Light> ifReported(Report report, boolean shows, Viewer viewer, Instant now) { // what, for whom
        var contents = desk.read();
        var latest = new Account.Latest(
                new Account.Spoken(new ActId(acts.self(), Long.MAX_VALUE), now),
                report.version(),
                report.state(),
                report.on(),
                report.milestones(),
                report.answers());
        var proven = shows || !report.evidence().isEmpty();
        return Optional.ofNullable(contents.followed().get(report.initiative())).map(each -> {
            var known = each.facts().accounts().get(acts.self());
            var account = known == null ? Account.begun(latest, proven) : known.with(latest, proven);
            var facts = each.facts().with(acts.self(), account);
            return Lights.of(new Situation(each.agreed(), facts, contents.days(), day(now)), viewer);
        });
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** What a meeting should look at, of one area or of all if that is empty, worst first. */
    public List<Concern> concerns(String area, Viewer viewer, Instant now) {
        return watch(viewer, now).values().stream()
                .filter(each -> area.isEmpty() || each.agreed().area().equals(area))
                .map(Concern::of)
                .filter(Concern::concerns)
                .sorted(Concern.WORST_FIRST)
                .toList();
    }

    /** The days by which it is all computed, as adopted. */
    public Days days() {
        return desk.read().days();
    }

    /** The figures of an initiative's indicator; empty if it has none. */
    public Optional<Series> series(String code, Instant now) {
        var followed = desk.read().followed().get(code);
        if (followed == null) return Optional.empty();
        var indicator = followed.agreed().indicator();
        if (indicator == null) return Optional.empty();
        return Optional.of(Series.of(indicator, counted(code, desk.texts(followed)), day(now)));
    }

    /** The figures of an initiative that count, of each party at most {@link Point#DAYS}; empty if it is followed by nobody. */
    public Optional<Counted> counted(String code) {
        return Optional.ofNullable(desk.read().followed().get(code)).map(each -> counted(code, desk.texts(each)));
    }

    /** The same of an indicator of an area. */
    public Counted counted(AreaMeasure measure) {
        return counted(measure.subject(), desk.texts(measure));
    }

    private Counted counted(String subject, Disclosing texts) {
        return Objects.requireNonNull(
                desk.counted(Map.of(subject, texts), founding.codes()).get(subject));
    }

    /** The indicators that were agreed or announced for areas, by their codes. */
    public SortedMap<String, AreaMeasure> measures() {
        return desk.read().measures();
    }

    /** The figures of one of them. */
    public Series series(AreaMeasure measure, Instant now) {
        return Series.of(measure.text().measure(), counted(measure), day(now));
    }

    /** What a list shows of some of them, in their order, read at once. */
    public SequencedMap<AreaMeasure, Recent> recent(Collection<AreaMeasure> measures, Instant now) {
        var texts = new HashMap<String, Disclosing>();
        var stretches = new ArrayList<Desk.Stretch>();
        for (var each : measures) {
            texts.put(each.subject(), desk.texts(each));
            var since = each.text().measure().baselineAt();
            for (var until : Series.due(each.text().measure(), day(now))) {
                if (since != null) stretches.add(new Desk.Stretch(each.subject(), since, until));
                since = until;
            }
        }
        var last = desk.last(texts, founding.codes(), Situation.lastCome(day(now)));
        var given = desk.given(texts, founding.codes(), stretches);
        var recent = new LinkedHashMap<AreaMeasure, Recent>();
        for (var each : measures)
            recent.put(
                    each,
                    new Recent(
                            Objects.requireNonNull(last.get(each.subject())),
                            Series.due(each.text().measure(), day(now)).size(),
                            given.getOrDefault(each.subject(), 0)));
        return recent;
    }

    /**
     * The figures of an area: each unit by itself, and of the indicators only those the parties agreed may be added.
     */
    public AreaFigures figures(String area, Instant now) {
        var followed = desk.read().followed().values().stream()
                .filter(each -> each.agreed().area().equals(area))
                .filter(each -> each.agreed().indicator() != null)
                .toList();
        var texts = new HashMap<String, Disclosing>();
        for (var each : followed) texts.put(each.agreed().code(), desk.texts(each));
        return AreaFigures.of(followed, desk.counted(texts, founding.codes()), day(now));
    }

    /**
     * The first day that was agreed or announced for each step of an initiative, by its code: a date that was moved
     * later hides nothing.
     */
    public Map<String, LocalDate> firstDays(String code) {
        var one = desk.read().followed().get(code);
        return one == null ? Map.of() : slips.firstDays(one);
    }

    /**
     * When the open steps of an initiative may be done, judged by how all steps before went; by the code of the step.
     */
    public Map<String, Forecast> forecast(String code, Instant now) {
        var followed = desk.read().followed();
        var one = followed.get(code);
        return one == null ? Map.of() : slips.forecast(one, followed.values(), day(now));
    }

    /** The acts about an initiative, newest first, at most so many. */
    public List<Act> history(String code, int most) {
        var ids = desk.history(code, most);
        var read = acts.acts(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(read.get(id)).stream())
                .toList();
    }

    /**
     * What something is about: the code of an initiative, or an indicator of an area as {@link ItemKey} writes it; empty if this node does not
     * know the report it names.
     */
    public Optional<String> about(Saying saying) {
        return switch (saying) {
            case Saying.AboutText about -> Optional.of(about.initiative());
            case Saying.Measured measured -> Optional.of(measured.subject());
            case Saying.AboutReport about ->
                acts.act(about.report()).flatMap(Monitoring::saying).flatMap(Monitoring::subject);
        };
    }

    /** Whether it may be said where that is what is spoken of; also of a report that this node does not know, of which the rules say so. */
    public boolean isAbout(Saying saying, String subject) {
        return about(saying).stream().allMatch(subject::equals);
    }

    /** What the body of an act of that kind says. */
    public static Saying.Reading read(String kind, JsonNode body) {
        return Bodies.read(kind, body);
    }

    /** What an act of monitoring says; empty if it is none or cannot be read. */
    public static Optional<Saying> saying(Act act) {
        return Saying.KINDS.contains(act.kind()) && Saying.read(act) instanceof Saying.Reading.Heard(var saying)
                ? Optional.of(saying)
                : Optional.empty();
    }
}
