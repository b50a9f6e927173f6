package acorde.web.desk;

import acorde.acts.ActId;
import acorde.compact.Indicator;
import acorde.compact.Initiative;
import acorde.compact.Remark;
import acorde.monitoring.Report;
import acorde.monitoring.Report.State;
import acorde.monitoring.Saying;
import acorde.trustlog.Hash;
import acorde.web.Screen;
import acorde.web.view.Flaw;
import acorde.web.view.Flaw.Why;
import acorde.web.view.ReportView;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is typed into the form of a report, and the account it comes to. What was typed is never lost. */
final class ReportForm {
    private static final int WORDS = 4_000;
    private static final int FIELDS = 300;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, String> typed = new HashMap<>();
    private final Language language;

    private ReportForm(Map<String, List<String>> fields, Language reader) {
        fields.entrySet().stream()
                .limit(FIELDS)
                .forEach(field -> typed.put(
                        field.getKey(),
                        field.getValue().stream()
                                .map(Forms::plain)
                                .reduce((one, other) -> one + " " + other)
                                .orElse("")));
        this.language = Language.choose(field("noteIn"), reader.code(), null);
    }

    static ReportForm read(HttpServletRequest request) {
        return new ReportForm(Forms.fields(request), Screen.language(request));
    }

    /** As it was kept. @param reader in whose language it is written, unless it says another */
    static ReportForm of(Map<String, List<String>> kept, Language reader) {
        return new ReportForm(kept, reader);
    }

    Map<String, String> typed() {
        return Map.copyOf(typed);
    }

    String field(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Nothing is signed by a key pressed in passing: who signs ticks that they have read it. @param form which of the page */
    void agreed(String form) {
        if (!field("read").equals("yes")) flaws.add(new Flaw("read-" + form, Why.NOT_READ));
    }

    /** The codes chosen of several boxes. */
    List<String> chosen(String name) {
        return Arrays.stream(field(name).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(Report.MOST)
                .toList();
    }

    /** What it comes to; empty if something is wrong with it, which then stands in the flaws. */
    Optional<Report> report(String code, Initiative text, LocalDate today) {
        var state = state();
        var on = state == State.DONE ? day("on", true) : null;
        if (on != null && on.isAfter(today)) flaws.add(new Flaw("on", Why.DATE_AHEAD));
        var blockedBy = state == State.BLOCKED ? words("blockedBy", Why.BLOCK_UNEXPLAINED) : null;
        if (text.restrictions() != null && !field("restrictions").equals("yes"))
            flaws.add(new Flaw("restrictions", Why.NOT_CONFIRMED));
        var milestones = new TreeMap<String, LocalDate>();
        for (var milestone : text.milestones()) {
            var done = field("done-" + milestone.code());
            var day = done.isEmpty() ? null : parsed(done);
            if (day != null && day.isAfter(today)) flaws.add(new Flaw("milestones", Why.DATE_AHEAD));
            else if (day != null) milestones.put(milestone.code(), day);
            else if (!done.isEmpty()) flaws.add(new Flaw("milestones", Why.DATE_UNREADABLE));
        }
        var evidence = evidence();
        var values = values(text.indicator(), today);
        var note = words("note", null);
        var legalBasis = words("legalBasis", null);
        var funding = words("funding", null);
        var version = hash(field("version"));
        var answers = chosen("answers").stream().flatMap(id -> act(id).stream()).toList();
        if (chosen("events").size() > Report.EVENTS) flaws.add(new Flaw("events", Why.EVENTS_TOO_MANY));
        if (!flaws.isEmpty() || state == null || version == null) return Optional.empty();
        return Optional.of(new Report(
                code,
                version,
                state,
                on,
                blockedBy,
                note,
                milestones,
                evidence,
                values,
                field("restrictions").equals("yes"),
                legalBasis,
                funding,
                chosen("events"),
                answers));
    }

    private @Nullable State state() {
        for (var state : State.values()) if (state.name().equals(field("state"))) return state;
        flaws.add(new Flaw("state", Why.CHOICE_MISSING));
        return null;
    }

    /** Words in the reader's language. @param missing what is wrong if there are none; null if they may be left out */
    @Nullable
    Remark words(String name, @Nullable Why missing) {
        var words = field(name);
        if (words.length() > WORDS) flaws.add(new Flaw(name, Why.TOO_LONG));
        else if (missing != null && words.isEmpty()) flaws.add(new Flaw(name, missing));
        else if (!words.isEmpty()) return Forms.remark(words, language);
        return null;
    }

    @Nullable
    LocalDate day(String name, boolean needed) {
        var day = parsed(field(name));
        if (day == null && (needed || !field(name).isEmpty())) flaws.add(new Flaw(name, Why.DATE_UNREADABLE));
        return day;
    }

    static @Nullable LocalDate parsed(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() > 1900 && day.getYear() < 10_000 ? day : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    List<Report.Evidence> evidence() {
        var evidence = new ArrayList<Report.Evidence>();
        for (var i = 0; i < ReportView.ROWS; i++) {
            var what = field("evidence" + i);
            var link = field("link" + i);
            var seen = field("seen" + i).replace("sha256:", "").toLowerCase(java.util.Locale.ROOT);
            if (what.isEmpty() && link.isEmpty() && seen.isEmpty()) continue;
            var hash = seen.isEmpty() ? null : hash("sha256:" + seen);
            try {
                if (what.isEmpty() || what.length() > WORDS || (hash == null && !seen.isEmpty()))
                    throw new IllegalArgumentException("not complete");
                evidence.add(new Report.Evidence(Forms.remark(what, language), new URI(link), hash));
            } catch (IllegalArgumentException | URISyntaxException _) {
                flaws.add(new Flaw("evidence", Why.EVIDENCE_INCOMPLETE));
                break;
            }
        }
        return evidence;
    }

    /** Values of an indicator that is measured for itself: there is at least one. */
    List<Report.Value> given(Indicator indicator, LocalDate today) {
        var values = values(indicator, today);
        if (values.isEmpty() && flaws.stream().noneMatch(flaw -> flaw.field().equals("values")))
            flaws.add(new Flaw("values", Why.VALUE_INCOMPLETE));
        return values;
    }

    private List<Report.Value> values(@Nullable Indicator indicator, LocalDate today) {
        var values = values();
        if (indicator != null && values.stream().anyMatch(value -> asksOf(indicator, value.number())))
            flaws.add(new Flaw("values", Why.PERCENT_BEYOND));
        if (values.stream().anyMatch(value -> value.at().isAfter(today))) flaws.add(new Flaw("values", Why.DATE_AHEAD));
        return values;
    }

    /**
     * A figure that is set right; empty if something is wrong with it, which then stands in the flaws.
     *
     * @param indicator it is of
     * @param isHere whether what is corrected belongs to the page: the unit it is held against is that of the page
     */
    Optional<Saying.Corrected> correction(@Nullable Indicator indicator, Predicate<Saying> isHere) {
        var figure = field("figure").split(" ", 2);
        var report = act(figure[0]);
        var number = TypedNumber.number(field("correct"));
        var day = figure.length < 2 ? null : parsed(figure[1]);
        if (report.isEmpty() || day == null) flaws.add(new Flaw("figure", Why.CHOICE_MISSING));
        var whyNot = TypedNumber.whyNot(field("correct"));
        if (whyNot != null) flaws.add(new Flaw("correct", whyNot));
        if (number != null && indicator != null && asksOf(indicator, number))
            flaws.add(new Flaw("correct", Why.PERCENT_BEYOND));
        var reason = words("reason", Why.CORRECTION_UNEXPLAINED);
        if (!flaws.isEmpty() || report.isEmpty() || day == null || number == null || reason == null)
            return Optional.empty();
        var correction = new Saying.Corrected(report.get(), day, number, reason);
        if (isHere.test(correction)) return Optional.of(correction);
        flaws.add(new Flaw("figure", Why.CHOICE_MISSING));
        return Optional.empty();
    }

    List<Report.Value> values() {
        var values = new ArrayList<Report.Value>();
        for (var i = 0; i < ReportView.ROWS; i++) {
            var at = field("at" + i);
            var number = field("number" + i);
            var from = field("from" + i);
            if (at.isEmpty() && number.isEmpty() && from.isEmpty()) continue;
            var day = parsed(at);
            var value = TypedNumber.number(number);
            var twice =
                    day != null && values.stream().anyMatch(other -> other.at().equals(day));
            var whyNot = number.isEmpty() ? null : TypedNumber.whyNot(number);
            if (whyNot != null) {
                flaws.add(new Flaw("values", whyNot));
                break;
            }
            if (day == null || value == null || from.isEmpty() || from.length() > WORDS || twice) {
                flaws.add(new Flaw("values", Why.VALUE_INCOMPLETE));
                break;
            }
            values.add(new Report.Value(day, value, Forms.remark(from, language)));
        }
        return values;
    }

    /** Whether a number wants to be asked about that nobody has said is meant. */
    private boolean asksOf(Indicator indicator, BigDecimal number) {
        return isBeyond(indicator, number) && !field("beyond").equals("yes");
    }

    /** Whether it is no share of a whole. More than was meant to be can have been done, so that it is asked and not refused. */
    static boolean isBeyond(Indicator indicator, BigDecimal number) {
        return indicator.unit().es().equals("%") && (number.signum() < 0 || number.compareTo(ALL) > 0);
    }

    static @Nullable Hash hash(String text) {
        return text.matches("sha256:[0-9a-f]{64}") ? Hash.ofHex(text.substring(7)) : null;
    }

    static Optional<ActId> act(String id) {
        var parts = id.split("/", 2);
        return parts.length < 2 ? Optional.empty() : ActReading.id(parts[0], parts[1]);
    }
}
