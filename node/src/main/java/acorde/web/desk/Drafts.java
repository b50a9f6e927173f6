package acorde.web.desk;

import acorde.compact.Bilingual;
import acorde.compact.Indicator;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.compact.Milestone;
import acorde.compact.Reported;
import acorde.returns.WrittenNumber;
import acorde.trust.PartyCode;
import acorde.web.view.ComposeView;
import acorde.web.view.ComposeView.Draft;
import acorde.web.view.ComposeView.Step;
import acorde.web.view.Flaw;
import acorde.web.view.Flaw.Why;
import acorde.web.view.HomeView;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is typed into the form of a proposal, and the text it comes to. */
final class Drafts {
    private static final int LINE = 300;
    private static final int UNIT = 60;
    private static final int PARTIES = 64;
    private static final List<String> INDICATOR = List.of(
            "indicatorEs",
            "indicatorEn",
            "unitEs",
            "unitEn",
            "counts",
            "baseline",
            "baselineDate",
            "target",
            "targetDate");
    private static final Reported NOTHING_REPORTED =
            new Reported(null, null, null, null, null, List.of(), List.of(), null, null, false, List.of());

    private Drafts() {}

    static Draft empty(List<String> parties) {
        return new Draft(
                "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", List.of(), parties, "",
                "");
    }

    /** The present text, to begin from. */
    static Draft of(String code, Initiative text) {
        var indicator = text.indicator();
        return new Draft(
                code,
                text.area(),
                text.title().es(),
                text.title().en(),
                text.deliverable().es(),
                text.deliverable().en(),
                text(text.due()),
                indicator == null ? "" : indicator.name().es(),
                indicator == null ? "" : indicator.name().en(),
                indicator == null ? "" : indicator.unit().es(),
                indicator == null ? "" : indicator.unit().en(),
                indicator == null ? "" : word(indicator.kind()),
                indicator == null || indicator.counted() == null ? "" : word(indicator.counted()),
                indicator == null || indicator.baseline() == null ? "" : WrittenNumber.write(indicator.baseline()),
                indicator == null ? "" : text(indicator.baselineAt()),
                indicator == null || indicator.target() == null ? "" : WrittenNumber.write(indicator.target()),
                indicator == null ? "" : text(indicator.targetAt()),
                indicator == null ? "" : text(indicator.everyMonths()),
                text.waiver() == null ? "" : text.waiver().es(),
                text.waiver() == null ? "" : text.waiver().en(),
                text.milestones().stream()
                        .limit(ComposeView.MOST)
                        .map(step -> new Step(
                                step.code(),
                                text(step.due()),
                                text(step.party()),
                                step.title().es(),
                                step.title().en()))
                        .toList(),
                text.parties().stream().map(PartyCode::value).toList(),
                "",
                "");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** @param form its fields, each with its values */
    static Draft read(Map<String, List<String>> form) {
        return new Draft(
                field(form, "amends"),
                field(form, "area"),
                field(form, "titleEs"),
                field(form, "titleEn"),
                field(form, "deliverableEs"),
                field(form, "deliverableEn"),
                field(form, "due"),
                field(form, "indicatorEs"),
                field(form, "indicatorEn"),
                field(form, "unitEs"),
                field(form, "unitEn"),
                field(form, "counts"),
                field(form, "counted"),
                field(form, "baseline"),
                field(form, "baselineDate"),
                field(form, "target"),
                field(form, "targetDate"),
                field(form, "everyMonths"),
                field(form, "waiverEs"),
                field(form, "waiverEn"),
                steps(form),
                form.getOrDefault("parties", List.of()).stream()
                        .limit(PARTIES)
                        .filter(code -> code.matches("[A-Z]{2,3}"))
                        .distinct()
                        .toList(),
                field(form, "note"),
                field(form, "noteIn"));
    }

    private static List<Step> steps(Map<String, List<String>> form) {
        var steps = new ArrayList<Step>();
        for (var i = 0; i < ComposeView.MOST; i++) {
            var step = new Step(
                    field(form, Step.name("Code", i)),
                    field(form, Step.name("Due", i)),
                    field(form, Step.name("Party", i)),
                    field(form, Step.name("Es", i)),
                    field(form, Step.name("En", i)));
            if (!step.equals(Step.EMPTY)) steps.add(step);
        }
        return steps;
    }

    private static String field(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(Forms::plain)
                .orElse("");
    }

    /** What {@link #read} makes it from again. */
    static Map<String, List<String>> kept(Draft draft) {
        var form = new TreeMap<String, List<String>>();
        draft.fields().forEach((name, value) -> {
            if (!value.isEmpty()) form.put(name, List.of(value));
        });
        form.put("parties", draft.parties());
        return form;
    }

    /**
     * What is wrong with it, in the order of the form; empty if it can be proposed. A date that has passed may stay,
     * not come in.
     */
    static List<Flaw> flaws(Draft draft, List<HomeView.Area> areas, LocalDate today, @Nullable Initiative before) {
        var flaws = new ArrayList<Flaw>();
        if (areas.stream().noneMatch(area -> area.code().equals(draft.area()))) add(flaws, "area", Why.AREA_MISSING);
        needed(flaws, "titleEs", draft.titleEs(), Why.TITLE_MISSING, LINE);
        needed(flaws, "titleEn", draft.titleEn(), Why.TITLE_MISSING, LINE);
        needed(flaws, "deliverableEs", draft.deliverableEs(), Why.TEXT_MISSING, Bilingual.LIMIT);
        needed(flaws, "deliverableEn", draft.deliverableEn(), Why.TEXT_MISSING, Bilingual.LIMIT);
        if (draft.parties().isEmpty()) add(flaws, "parties", Why.PARTIES_MISSING);
        if (before == null || !draft.due().equals(text(before.due()))) date(flaws, "due", draft.due(), today);
        if (draft.due().isEmpty() && isMeasured(draft) && isWithoutReason(draft)) add(flaws, "due", Why.NOT_DATED);
        steps(flaws, draft);
        indicator(flaws, draft, today, before);
        counted(flaws, draft);
        order(flaws, draft);
        gate(flaws, draft);
        needed(flaws, "note", draft.note(), Why.NOTE_MISSING, 4_000);
        return List.copyOf(flaws);
    }

    private static void add(List<Flaw> flaws, String field, Why why) {
        flaws.add(new Flaw(field, why));
    }

    private static void needed(List<Flaw> flaws, String field, String value, Why missing, int longest) { // a field
        if (value.isBlank()) add(flaws, field, missing);
        else if (value.length() > longest) add(flaws, field, Why.TOO_LONG);
    }

    private static void date(List<Flaw> flaws, String field, String value, LocalDate today) {
        var why = value.isEmpty() ? null : whyNot(value, today);
        if (why != null) add(flaws, field, why);
    }

    /** What is wrong with a day that is yet to come; null if nothing is. */
    static @Nullable Why whyNot(String value, LocalDate today) {
        var date = date(value);
        if (date.isEmpty()) return Why.DATE_UNREADABLE;
        return date.get().isBefore(today) ? Why.DATE_PAST : null;
    }

    /** All of it or nothing: half a measure measures nothing. */
    private static void indicator(List<Flaw> flaws, Draft draft, LocalDate today, @Nullable Initiative before) {
        if (!isMeasured(draft)) return;
        for (var field : INDICATOR) {
            var value = field(draft, field);
            if (value.isEmpty()) add(flaws, field, Why.INDICATOR_INCOMPLETE);
            else
                switch (field) {
                    case "indicatorEs", "indicatorEn" -> noLonger(flaws, field, value, LINE);
                    case "unitEs", "unitEn" -> noLonger(flaws, field, value, UNIT);
                    case "counts" -> {
                        if (kind(value).isEmpty()) add(flaws, field, Why.INDICATOR_INCOMPLETE);
                    }
                    case "baseline", "target" -> {
                        var why = TypedNumber.whyNot(value);
                        if (why != null) add(flaws, field, why);
                    }
                    case "baselineDate" -> {
                        if (date(value).isEmpty()) add(flaws, field, Why.DATE_UNREADABLE);
                    }
                    default -> {
                        var was = before == null ? null : before.indicator();
                        if (was == null || !value.equals(text(was.targetAt()))) date(flaws, field, value, today);
                    }
                }
        }
    }

    /** Of what is measured as a share nothing would be told, however it is called: the text says so itself. */
    private static void counted(List<Flaw> flaws, Draft draft) {
        if (counted(draft.counted()) == Indicator.Counted.PERSONS
                && (Indicator.isOfShares(draft.unitEs()) || Indicator.isOfShares(draft.unitEn())))
            add(flaws, "counted", Why.SHARE_AS_PERSONS);
    }

    private static void order(List<Flaw> flaws, Draft draft) {
        if (isBackwards(draft.baselineDate(), draft.targetDate()))
            add(flaws, "baselineDate", Why.BASELINE_AFTER_TARGET);
    }

    /** From where to where: a way has a beginning before its end. */
    static boolean isBackwards(String baselineDate, String targetDate) {
        var from = date(baselineDate);
        var to = date(targetDate);
        return from.isPresent() && to.isPresent() && !from.get().isBefore(to.get());
    }

    private static String field(Draft draft, String name) {
        return draft.fields().getOrDefault(name, "");
    }

    private static void noLonger(List<Flaw> flaws, String field, String value, int longest) { // a field
        if (value.length() > longest) add(flaws, field, Why.TOO_LONG);
    }

    private static Optional<Indicator.Kind> kind(String word) {
        return Arrays.stream(Indicator.Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst();
    }

    /** Nothing if it is not said. */
    private static Indicator.@Nullable Counted counted(String word) {
        return Arrays.stream(Indicator.Counted.values())
                .filter(counted -> word(counted).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static void steps(List<Flaw> flaws, Draft draft) {
        var codes = new HashSet<String>();
        for (var i = 0; i < draft.steps().size(); i++) {
            var step = draft.steps().get(i);
            var field = Step.name("Code", i);
            var complete = ItemKey.isCode(step.code())
                    && date(step.due()).isPresent()
                    && !step.titleEs().isEmpty()
                    && !step.titleEn().isEmpty()
                    && (step.party().isEmpty() || draft.parties().contains(step.party()));
            if (!complete) add(flaws, field, Why.STEP_INCOMPLETE);
            else if (step.titleEs().length() > LINE || step.titleEn().length() > LINE) add(flaws, field, Why.TOO_LONG);
            else if (!codes.add(step.code())) add(flaws, field, Why.STEP_TWICE);
        }
    }

    /** A date and a measure with baseline and target, or the reason why not. */
    private static void gate(List<Flaw> flaws, Draft draft) {
        if (draft.waiverEs().length() > Bilingual.LIMIT) add(flaws, "waiverEs", Why.TOO_LONG);
        if (draft.waiverEn().length() > Bilingual.LIMIT) add(flaws, "waiverEn", Why.TOO_LONG);
        if (draft.waiverEs().isEmpty() != draft.waiverEn().isEmpty())
            add(flaws, draft.waiverEs().isEmpty() ? "waiverEs" : "waiverEn", Why.WAIVER_INCOMPLETE);
        if (!draft.everyMonths().matches("[1-9]|1[0-2]|")) add(flaws, "everyMonths", Why.MONTHS_UNREADABLE);
        if (!isMeasured(draft) && isWithoutReason(draft)) add(flaws, "waiverEs", Why.NOT_MEASURED);
    }

    /** Who has begun to say a measure has no use for a reason to go without: what is missing of it is named at its field. */
    private static boolean isMeasured(Draft draft) {
        return INDICATOR.stream().anyMatch(field -> !field(draft, field).isEmpty());
    }

    private static boolean isWithoutReason(Draft draft) {
        return draft.waiverEs().isEmpty() && draft.waiverEn().isEmpty();
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value)).filter(date -> date.getYear() > 1900 && date.getYear() < 10_000);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** @param before what it was: the same with other zeros at its end is no change */
    private static @Nullable BigDecimal number(String value, @Nullable BigDecimal before) {
        var number = TypedNumber.number(value);
        return number != null && before != null && number.compareTo(before) == 0 ? before : number;
    }

    /** The text it comes to. What the form does not ask for stays as it was. It has no flaws. */
    static Initiative text(Draft draft, @Nullable Initiative before) {
        return new Initiative(
                draft.area(),
                new Bilingual(draft.titleEs(), draft.titleEn()),
                parties(draft, before),
                before == null ? List.of() : before.partners(),
                new Bilingual(draft.deliverableEs(), draft.deliverableEn()),
                date(draft.due()).orElse(null),
                before == null ? List.of() : before.promised(),
                draft.steps().stream().map(Drafts::milestone).toList(),
                indicator(draft, before == null ? null : before.indicator()),
                draft.waiverEs().isEmpty() ? null : new Bilingual(draft.waiverEs(), draft.waiverEn()),
                before == null ? null : before.suggestion(),
                before == null ? null : before.safeguards(),
                before == null ? null : before.restrictions(),
                before == null ? null : before.notes(),
                before == null ? NOTHING_REPORTED : before.reported());
    }

    /** The same parties in another order are no change. */
    private static List<PartyCode> parties(Draft draft, @Nullable Initiative before) {
        var parties = draft.parties().stream().map(PartyCode::new).toList();
        return before != null && Set.copyOf(parties).equals(Set.copyOf(before.parties())) ? before.parties() : parties;
    }

    private static Milestone milestone(Step step) {
        return new Milestone(
                step.code(),
                new Bilingual(step.titleEs(), step.titleEn()),
                date(step.due()).orElseThrow(),
                step.party().isEmpty() ? null : new PartyCode(step.party()));
    }

    private static @Nullable Indicator indicator(Draft draft, @Nullable Indicator before) {
        if (draft.indicatorEs().isEmpty()) return null;
        return new Indicator(
                new Bilingual(draft.indicatorEs(), draft.indicatorEn()),
                new Bilingual(draft.unitEs(), draft.unitEn()),
                kind(draft.counts()).orElseThrow(),
                number(draft.baseline(), before == null ? null : before.baseline()),
                date(draft.baselineDate()).orElse(null),
                number(draft.target(), before == null ? null : before.target()),
                date(draft.targetDate()).orElse(null),
                draft.everyMonths().isEmpty() ? null : Integer.valueOf(draft.everyMonths()),
                before != null && before.adds(),
                counted(draft.counted()));
    }
}
