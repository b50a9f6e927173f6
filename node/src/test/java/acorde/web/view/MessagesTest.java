package acorde.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.words.Language;
import acorde.web.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two message files against each other and against the pages. */
// longer than a file should be: one list of every kind of constant that needs words
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main");
    private static final Pattern USE =
            Pattern.compile("\\b(?:say|mix|Refusal(?=\\(\"cli\\.))\\(\\s*\"([a-z][^\"]*)\"\\s*([,)+])");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9_]+)+)\"");

    /** By their keys, read once: each is looked up. */
    private static final Map<Language, Map<String, String>> SENTENCES =
            Map.of(Language.ES, sentences(Language.ES), Language.EN, sentences(Language.EN));

    /** Enums whose constants are said through {@code of}. */
    private static final List<Class<? extends Enum<?>>> SAID = List.of(
            Frame.Tab.class,
            Chord.State.class,
            Figures.Column.class,
            Flaw.Why.class,
            Change.Event.class,
            ProposalLine.Field.class,
            ProposalLine.Standing.class,
            ProposalView.Voice.Said.class,
            InitiativeLine.Status.class,
            InitiativeLine.Agreement.class,
            InitiativeLine.Movement.class,
            PartnersView.LogState.class,
            EntryView.Notice.class,
            SearchView.Trouble.class,
            Refusal.Stage.class,
            InitiativeView.Evidence.class,
            RulesView.Fate.class,
            RulesView.Effect.class,
            InitiativeView.Told.Matter.class,
            InitiativeText.Indicator.Counts.class,
            InitiativeText.Indicator.Counted.class,
            acorde.web.press.PressTab.class,
            acorde.web.press.PromiseView.Said.class,
            acorde.monitoring.Light.Colour.class,
            acorde.monitoring.Rung.class,
            acorde.monitoring.Report.State.class,
            acorde.monitoring.Account.View.class,
            acorde.monitoring.Saying.Level.class);

    /** Kinds of things that can be found, and how far they come. */
    private static final List<String> FOUND = List.of(
            "initiative",
            "instrument",
            "area",
            "past-meeting",
            "event",
            "source",
            "proposal",
            "answer",
            "group",
            "meeting",
            "written-procedure",
            "decision",
            "action",
            "report",
            "confirmation",
            "dispute",
            "correction",
            "assessment",
            "event-link",
            "measurement",
            "indicator",
            "item-report",
            "item-request",
            "item-answer",
            "item-alert");

    private static final List<String> STANDS = List.of(
            "exercise",
            "announced",
            "consented",
            "contested",
            "open",
            "in-force",
            "dead",
            "superseded",
            "assented",
            "reserved",
            "refused",
            "withdrawal-asked",
            "called",
            "cancelled",
            "in-session",
            "closed",
            "taken",
            "void",
            "owed",
            "underway",
            "blocked",
            "reported",
            "disputed",
            "confirmed",
            "not-started",
            "in-progress",
            "done",
            "no-evidence",
            "limited",
            "substantial",
            "complete");

    /** Of notices to systems, and of the files of others. */
    private static void systems(Set<String> keys) {
        for (var rule : acorde.webhooks.Rule.values()) keys.add("webhooks.rule." + rule);
        for (var state : acorde.web.hooks.HooksView.State.values()) keys.add("webhooks.state." + state);
        for (var why : List.of("NO_ADDRESS", "UNREACHABLE", "TLS", "NO_ANSWER")) keys.add("webhooks.fault." + why);
        for (var why : acorde.stix.StixRead.Why.values()) keys.add("stix.why." + why);
        for (var why : acorde.imports.Left.Why.values()) keys.add("imports.left." + why);
        for (var why : acorde.imports.Reading.Why.values()) keys.add("imports.why." + why);
    }

    private static void alertCodes(Set<String> keys, String field, Enum<?>[] codes) {
        for (var code : codes) keys.add("alerts." + field + "." + code);
    }

    @Test
    void bothFilesHoldTheSameKeysInTheSameOrder() {
        assertEquals(keys(Language.ES), keys(Language.EN));
    }

    @Test
    void noKeyStandsTwice() {
        List<String> keys = keys(Language.ES);
        assertEquals(keys.size(), Set.copyOf(keys).size());
    }

    @Test
    void bothLanguagesMentionTheSameArguments() {
        for (String key : keys(Language.ES)) {
            assertEquals(mentioned(line(Language.ES, key)), mentioned(line(Language.EN, key)), key);
        }
    }

    @Test
    void everySentenceThatAPageSaysExists() {
        Set<String> missing = new TreeSet<>(used());
        missing.removeIf(Words.in(Language.ES)::knows);
        assertEquals(Set.of(), missing);
    }

    @Test
    void everySentenceIsSaidSomewhere() {
        Set<String> unused = new TreeSet<>(keys(Language.ES));
        unused.removeAll(used());
        unused.removeAll(literals());
        assertEquals(Set.of(), unused);
    }

    @Test
    void everyRuleOfConsentAndOfGroupsHasSentencesOfItsOwn() {
        List<String> without = Stream.concat(
                        Arrays.stream(acorde.compact.Rule.values()), Arrays.stream(acorde.groups.Rule.values()))
                .map(Enum::name)
                .filter(rule -> !Refusal.RULES.contains(rule))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyRuleOfMonitoringHasSentencesOfItsOwn() {
        List<String> without = Arrays.stream(acorde.monitoring.Rule.values())
                .map(Enum::name)
                .filter(rule -> !Refusal.RULES.contains(rule))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyRuleOfDocumentsHasSentencesOfItsOwn() {
        List<String> without = Arrays.stream(acorde.documents.Rule.values())
                .map(Enum::name)
                .filter(rule -> !Refusal.RULES.contains(rule))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyRuleOfExchangeHasSentencesOfItsOwn() {
        List<String> without = Arrays.stream(acorde.exchange.Rule.values())
                .map(Enum::name)
                .filter(rule -> !Refusal.RULES.contains(rule))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyRuleOfRequestsHasSentencesOfItsOwn() {
        List<String> without = Arrays.stream(acorde.requests.Rule.values())
                .map(Enum::name)
                .filter(rule -> !Refusal.RULES.contains(rule))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyRuleOfGivingOnHasSentencesOfItsOwn() {
        List<String> without = Arrays.stream(acorde.onward.Rule.values())
                .map(Enum::name)
                .filter(rule -> !Refusal.RULES.contains(rule))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyRuleOfTheSpecifiedActHasSentencesOfItsOwn() throws IOException {
        Matcher row = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|").matcher(Files.readString(Path.of("../spec/act.md")));
        List<String> rules = row.results().map(found -> found.group(1)).toList();
        assertTrue(rules.contains("BY_ANOTHER"));
        assertEquals(
                List.of(),
                rules.stream().filter(rule -> !Refusal.RULES.contains(rule)).toList());
    }

    /** Also of views that are yet to come. What a chord is about is no word of its own: it chooses those of the marks. */
    @Test
    void everyConstantOfTheViewsHasWords() {
        Set<String> missing = new TreeSet<>();
        for (String text : texts(".java")) {
            if (!text.startsWith("package acorde.web.view;") || text.contains("public record Chord(")) continue;
            Matcher type = Pattern.compile("enum (\\w)(\\w+)[^{]*\\{([^;}]*)").matcher(text);
            while (type.find())
                for (String constant :
                        type.group(3).replaceAll("(?s)/\\*.*?\\*/", "").split(","))
                    missing.add(type.group(1).toLowerCase(Locale.ROOT) + type.group(2) + "." + constant.strip());
        }
        assertTrue(missing.contains("evidence.OFFICIAL"));
        missing.removeIf(Words.in(Language.ES)::knows);
        assertEquals(Set.of(), missing);
    }

    /** Also of duties that are yet to come: a kind is declared as {@code String SAID = "duty.said"} in the package of its duty. */
    @Test
    void everyKindOfActHasWords() {
        assertTrue(kinds().contains("compact.proposed"));
        assertEquals(
                List.of(),
                kinds().stream()
                        .filter(kind -> !Words.in(Language.ES).knows("kind." + kind))
                        .toList());
    }

    private static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        for (String text : texts(".java")) {
            Matcher duty = Pattern.compile("(?m)^package acorde\\.([a-z]+);").matcher(text);
            if (!duty.find()) continue;
            Pattern.compile("String [A-Z_]+ = \"(" + duty.group(1) + "\\.[a-z-]+)\"")
                    .matcher(text)
                    .results()
                    .forEach(kind -> kinds.add(kind.group(1)));
        }
        return kinds;
    }

    @Test
    void noSpanishSentenceIsLeftInEnglish() {
        List<String> same = keys(Language.ES).stream()
                .filter(key -> line(Language.ES, key).matches(".*[a-z]{4}.* .*"))
                .filter(key -> line(Language.ES, key).equals(line(Language.EN, key)))
                .toList();
        assertEquals(List.of(), same);
    }

    private static Set<String> used() {
        Set<String> used = new TreeSet<>();
        for (String text : sources()) {
            Matcher matcher = USE.matcher(text);
            while (matcher.find()) {
                if (!matcher.group(2).equals("+")) used.add(matcher.group(1));
            }
        }
        for (Class<? extends Enum<?>> type : SAID) {
            for (Enum<?> constant : type.getEnumConstants()) used.add(Words.keyOf(constant));
        }
        used.addAll(composed());
        return used;
    }

    private static Set<String> saidOfWhatIsAsked() {
        Set<String> keys = new TreeSet<>();
        String asked = "code kind kind.focus kind.cross-cutting title parties.name parties.body parties.zone "
                + "kind.output kind.outcome area name unit counted counted.things counted.persons counted.share "
                + "baseline baselineAt target targetAt everyMonths adds rules.days rules.meaning first months graceDays talks reports meaning in.es in.en";
        for (String key : asked.split(" ")) keys.add("asked." + key);
        for (String kind : "area indicator".split(" "))
            for (String key : "asked.new. asked.code.hint. asked.code.taken.".split(" ")) keys.add(key + kind);
        for (var standing : acorde.compact.Item.Standing.values()) keys.add("indicators.is." + standing);
        for (String kind : "area indicator charter thresholds publication".split(" ")) keys.add("asked.lede." + kind);
        for (String kind : "charter thresholds publication".split(" ")) keys.add("terms." + kind);
        for (String rule : acorde.monitoring.Days.RULES) keys.add("threshold." + rule);
        return keys;
    }

    private static Set<String> saidOfWhatIsExchanged() {
        Set<String> keys = new TreeSet<>();
        for (String tlp : "AMBER GREEN CLEAR".split(" ")) keys.add("exchange.tlp." + tlp);
        for (String grade : "A B C X".split(" ")) keys.add("exchange.source." + grade);
        for (String grade : "1 2 3 4".split(" ")) keys.add("exchange.information." + grade);
        for (var code : acorde.policy.Marking.Handling.values()) keys.add("exchange.handling." + code);
        for (var flag : acorde.exchange.Persons.Flag.values()) keys.add("exchange.persons." + flag);
        for (var kind : acorde.exchange.Thing.Kind.values()) keys.add("exchange.object." + kind);
        for (var ground : acorde.exchange.Recalled.Ground.values()) keys.add("exchange.ground." + ground);
        for (var how : acorde.exchange.Release.How.values())
            keys.addAll(List.of("exchange.verdict." + how, "exchange.verdict.why." + how));
        for (var stage : acorde.exchange.Received.Stage.values()) keys.add("exchange.reached." + stage);
        for (var kind : acorde.policy.Facts.Kind.values())
            if (kind != acorde.policy.Facts.Kind.PRODUCT) keys.add("kind.exchange.reported." + kind.code());
        for (var urgency : acorde.exchange.Urgency.values()) keys.add("requests.urgency." + urgency);
        for (var kind : acorde.requests.Word.Kind.values())
            keys.addAll(List.of("requests.kind." + kind, "requests.kind." + kind + ".what"));
        for (var reason : acorde.requests.Word.Reason.values()) keys.add("requests.reason." + reason);
        for (var outcome : acorde.exchange.Outcome.Kind.values())
            for (var where :
                    List.of("exchange.outcome.", "exchange.reached.", "requests.outcome.", "requests.tally.outcome."))
                keys.add(where + outcome);
        alertCodes(keys, "category", acorde.exchange.Alert.Category.values());
        alertCodes(keys, "response", acorde.exchange.Alert.Response.values());
        alertCodes(keys, "haste", acorde.exchange.Alert.Urgency.values());
        alertCodes(keys, "severity", acorde.exchange.Alert.Severity.values());
        alertCodes(keys, "certainty", acorde.exchange.Alert.Certainty.values());
        for (var stands : acorde.web.exchange.AlertsView.Stands.values()) keys.add("alerts.real." + stands);
        for (var stands : List.of("EXERCISE", "ASKED")) keys.add("alerts.real.on." + stands);
        for (var language : List.of("es", "en")) keys.add("alerts.other.read." + language);
        for (var field : List.of("category", "response", "haste", "severity", "certainty", "expires", "expires-time"))
            keys.add("label." + field);
        for (var field : List.of("other-title", "other-fact", "cap")) keys.add("label." + field);
        for (var state : acorde.requests.Tally.State.values()) keys.add("requests.tally." + state);
        for (var ground : acorde.requests.Word.Ground.values()) keys.add("requests.ground." + ground);
        for (var ground : acorde.onward.Wish.Ground.values()) keys.add("onward.ground." + ground);
        for (var why : acorde.onward.Wish.Why.values()) keys.add("onward.why." + why);
        for (var course : List.of("NEVER", "BY_LEAVE", "BY_RULE")) keys.add("onward.course." + course);
        for (String field : "urgency office kind ground question".split(" ")) keys.add("label." + field);
        for (String field :
                "title fact assessment source attachments source-grade tlp handling purposes restriction basis zone valid review never to from deadline"
                        .split(" ")) keys.add("label." + field);
        return keys;
    }

    /** Keys that pages put together from a beginning and a name. */
    private static Set<String> composed() {
        Set<String> keys = new TreeSet<>();
        for (Chord.Matter matter : Chord.Matter.values()) {
            keys.add("chord." + matter + ".closed");
            for (Chord.State state : Chord.State.values()) keys.add("chord." + matter + "." + state);
        }
        for (Chord.State state : Chord.State.values()) keys.add("delivery." + state);
        for (var kind : acorde.compact.ItemKey.Kind.values()) keys.add("item." + kind);
        for (var by : acorde.finding.Filter.By.values())
            keys.add("search.by." + by.name().toLowerCase(Locale.ROOT));
        for (String kind : FOUND) keys.add("kind." + kind);
        for (String word : STANDS) keys.add("stands." + word);
        for (String task : "answer decide approve-minutes check carry-out step report confirm dispute".split(" "))
            keys.add("work." + task);
        for (String what : "initiative group area indicator report answer progress".split(" "))
            keys.add("work.begun." + what);
        keys.add("item.sitting");
        for (ProposalLine.Field field : ProposalLine.Field.values()) keys.add("document." + field);
        for (ProposalLine.Standing standing : ProposalLine.Standing.values()) keys.add("proposal.is." + standing);
        for (String choice : ProposalView.Answer.ALL)
            keys.addAll(List.of("answer." + choice, "answer." + choice + ".hint"));
        for (var counts : InitiativeText.Indicator.Counts.values()) keys.add("counts." + counts + ".hint");
        for (String tag : CompactView.Filter.TAGS) keys.add("filter." + tag);
        for (int step = 1; step <= 6; step++) keys.addAll(List.of("demo.step." + step, "demo.step." + step + ".what"));
        for (String rule :
                Stream.concat(Refusal.RULES.stream(), Stream.of("OTHER")).toList()) {
            keys.addAll(List.of("rule." + rule, "rule." + rule + ".title", "rule." + rule + ".next"));
        }
        for (String trouble : acorde.acts.Partner.TROUBLES) keys.add("partner.trouble." + trouble);
        for (Object why : Stream.concat(ErrorView.STATUSES.stream(), Stream.of(ErrorView.PDF))
                .toList()) {
            keys.addAll(List.of("error." + why + ".title", "error." + why + ".what", "error." + why + ".next"));
        }
        String fields =
                "amends titleEs titleEn deliverableEs deliverableEn due indicatorEs indicatorEn unitEs unitEn counts counted "
                        + "baseline baselineDate target targetDate everyMonths waiverEs waiverEn note area parties choice words read state on blockedBy "
                        + "restrictions milestones evidence values legalBasis funding events about figure correct reason event how level "
                        + "why remark rules";
        Arrays.stream(fields.split(" ")).forEach(field -> keys.add("label." + field));
        keys.add("label.step");
        keys.addAll(saidOfWhatIsExchanged());
        keys.addAll(saidOfWhatIsAsked());
        for (Language language : Language.values()) keys.add("review.one." + language.code());
        keys.addAll(saidByTheDuties());
        for (String column : acorde.publication.Csv.COLUMNS) keys.add("press.column." + column);
        for (String of : "figures terms instrument title areas indicators meetings events sources".split(" "))
            keys.add("press.of." + of);
        for (String figure : "promised dated numbered measured waived consented proposed past late done".split(" "))
            keys.add("press.figure." + figure);
        for (String consent : "announced consented contested".split(" ")) keys.add("press.consent." + consent);
        for (String value : "value atLeast at withheld".split(" ")) keys.add("press.value." + value);
        keys.addAll(saidInGroups());
        return keys;
    }

    /** Keys that end in a name of a duty's own. */
    private static Set<String> saidByTheDuties() {
        Set<String> keys = new TreeSet<>();
        for (var rule : acorde.offices.Rule.values()) keys.add("offices.rule." + rule);
        for (var role : acorde.offices.Role.values()) keys.add("role." + role);
        for (var flaw : acorde.trustlog.Flaw.values()) keys.add("cli.flaw." + flaw);
        for (var rule : acorde.notices.Rule.values()) keys.add("notices.rule." + rule);
        for (String what : ("answer decide approve-minutes check carry-out step report confirm dispute called changed"
                        + " cancelled rung item request leave unanswered taken-back system-silent")
                .split(" ")) keys.add("mail.what." + what);
        keys.addAll(List.of("mail.mark.soon", "mail.mark.late"));
        systems(keys);
        for (String kind : kinds()) keys.add("kind." + kind);
        for (var name : acorde.documents.Figure.Name.values()) keys.add("paper.figure." + name);
        for (var why : acorde.documents.Entry.Why.values()) keys.add("paper.line." + why);
        for (var doubt : acorde.documents.Doubt.values()) keys.add("paper.doubt." + doubt);
        for (var why : acorde.files.Put.Why.values()) keys.add("file.refused." + why);
        for (var state : acorde.files.Kept.State.values()) keys.add("file.state." + state);
        for (var type : acorde.files.FileType.values()) keys.add("file.type." + type);
        for (var table : acorde.exports.Table.values()) keys.add("exports." + table.word());
        for (var why : acorde.returns.Fault.Why.values()) keys.add("returns.fault." + why);
        for (var why : acorde.returns.Unreadable.Why.values()) keys.add("returns.unread." + why);
        for (var about : acorde.compact.Claim.About.values()) keys.add("claim." + about);
        for (String reason : List.of("NOT_THIS_OFFICE", "FORM_TOO_OLD", "FORM_TOO_LONG")) {
            keys.addAll(List.of("refusal." + reason, "refusal." + reason + ".next"));
        }
        String flaws = "NO_CHECKPOINT CHECKPOINT_NOT_SIGNED ENTRY_LOST CONTENT_CHANGED ROOT_DIFFERS";
        Arrays.stream(flaws.split(" ")).forEach(flaw -> keys.add("flaw." + flaw));
        return keys;
    }

    /** Keys that end in a name of the duty of groups. */
    private static Set<String> saidInGroups() {
        Set<String> keys = new TreeSet<>();
        for (var kind : acorde.compact.Group.Kind.values()) keys.add("groups.kind." + kind.name());
        for (String standing : "ANNOUNCED CONSENTED CONTESTED PROPOSED".split(" "))
            keys.addAll(List.of("groups.standing." + standing, "groups.standing." + standing + ".what"));
        for (var state : acorde.groups.Course.State.values()) keys.add("meeting.state." + state);
        for (var why : acorde.groups.Why.values()) keys.add("agenda.why." + why);
        for (var state : acorde.groups.Decided.State.values()) keys.add("decision.state." + state);
        for (var state : acorde.groups.MinutesBook.State.values()) keys.add("minutes.state." + state);
        for (var progress : acorde.groups.Action.Progress.values()) keys.add("actions.progress." + progress);
        for (String light : "ok risk late blocked reported disputed done".split(" "))
            keys.add("actions.light." + light);
        for (String standing : "NONE ANNOUNCED CONSENTED CONTESTED".split(" "))
            keys.addAll(List.of("release.is." + standing, "release.is." + standing + ".what"));
        for (var field : acorde.policy.Field.values()) keys.add("release.field." + field);
        for (String list : "meetings procedures actions".split(" ")) keys.add("leaves." + list);
        for (String rule : "WEEKLY WEEKLY.2 MONTHLY MONTHLY.3".split(" ")) keys.add("cadence." + rule);
        return keys;
    }

    /** Every quoted name with a dot: keys chosen by a condition stand so. */
    private static Set<String> literals() {
        Set<String> literals = new TreeSet<>();
        for (String text : Stream.concat(sources().stream(), Stream.of(text(Path.of("../acorde"))))
                .toList()) {
            Matcher matcher = LITERAL.matcher(text);
            while (matcher.find()) literals.add(matcher.group(1));
        }
        return literals;
    }

    private static List<String> sources() {
        return Stream.concat(texts(".jte").stream(), texts(".java").stream().filter(MessagesTest::speaks))
                .toList();
    }

    private static boolean speaks(String text) {
        return text.contains("package acorde.web")
                || text.contains("import acorde.web.words.Words;")
                || text.contains("new Refusal(\"cli.");
    }

    private static List<String> texts(String ending) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(MessagesTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Language language) {
        return text(SOURCES.resolve("resources/acorde/web/messages_" + language.code() + ".properties"))
                .lines()
                .filter(line -> line.contains(" = ") && !line.startsWith("#"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> keys(Language language) {
        return lines(language).stream()
                .map(line -> line.substring(0, line.indexOf(" = ")))
                .toList();
    }

    private static String line(Language language, String key) {
        return Objects.requireNonNull(SENTENCES.get(language)).getOrDefault(key, "");
    }

    private static Map<String, String> sentences(Language language) {
        return lines(language).stream()
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (first, _) -> first));
    }

    /** The arguments a reader gets to see; those that only choose a form may differ, as verbs do. */
    private static Set<String> mentioned(String sentence) {
        Set<String> mentioned = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)(?:}|\\?[^{}]*#)").matcher(sentence);
        while (matcher.find()) mentioned.add(matcher.group(1));
        return mentioned;
    }
}
