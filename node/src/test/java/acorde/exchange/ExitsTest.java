package acorde.exchange;

import static acorde.exchange.Reports.GT;
import static acorde.exchange.Reports.HN;
import static acorde.exchange.Reports.SV;
import static acorde.exchange.Reports.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.policy.Annex;
import acorde.policy.Field;
import acorde.policy.Invented;
import acorde.policy.Use;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * By every door of the package that lets something of a report out, no more comes out than the one decision lets: over reports, rules and offices made by
 * chance. {@code acorde.web.AllExitsTest} shows the same of every route of a node.
 */
class ExitsTest {
    private static final int REPORTS = 12;

    /** Every door that gives something of a report, by its name, and for its reader what it asks the one decision for. A new one is added here. */
    private static final Map<String, String> DOORS = Map.ofEntries(
            Map.entry("Exchange.preview", "of a text of the sender's own: deliver, of each party"),
            Map.entry("Exchange.mailbox", "find"),
            Map.entry("Exchange.open", "open"),
            Map.entry("Exchange.read", "open and export"),
            Map.entry("Exchange.take", "of what is open: export"),
            Map.entry("Feed.outlines", "open and export; with dashes for texts"),
            Map.entry("Feed.texts", "open and export"),
            Map.entry("RequestItems.open", "find; with dashes for texts"),
            Map.entry("RequestItems.latest", "find; with dashes for texts"),
            Map.entry("RequestItems.read", "find"),
            Map.entry("RequestItems.find", "find"),
            Map.entry("RequestItems.answers", "find"),
            Map.entry("Renewals.find", "find, of its own"),
            Map.entry("GivingOn.find", "find, of its own"),
            Map.entry("GivingOn.copies", "find; with dashes for texts"),
            Map.entry("GivingOn.read", "find"),
            Map.entry("GivingOn.release", "of what is found: deliver, of the party it is to reach"),
            Map.entry("OfficeDrafts.find", "nothing: what its own office brought, and nobody has sent"));

    private static final List<OfficeCode> OFFICES = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::word),
                    Stream.of("analysis-a2", "liaison-a1-a3", "protection-a1", "analysis-corinto", "node"))
            .map(OfficeCode::new)
            .toList();

    static Stream<Long> seeds() {
        return Stream.iterate(0L, seed -> seed + 1).limit(8);
    }

    private static Annex annex(long seed) {
        if (seed == 0) return Reports.OF_2019;
        return assertInstanceOf(Annex.class, Annex.read(String.join("\n", new Invented(seed).rulesThatLeaveSome())));
    }

    private static Item item(PartyCode by, Report report, PartyCode... to) {
        var holders = new TreeSet<>(List.of(to));
        return new Item(new ActId(by, 17), "analysis", Instant.EPOCH, holders, report, List.of());
    }

    private static void assertNoMore(Set<Field> most, Set<Field> out, String told) {
        assertTrue(most.containsAll(out), () -> told + ": " + out + " came out, and " + most + " at most may");
    }

    private static Set<Field> fields(Optional<Item> item) {
        return item.map(one -> one.report().fields()).orElse(Set.of());
    }

    private static Set<Field> fields(Shown shown) {
        return shown instanceof Shown.Open(var item, var _) ? item.report().fields() : Set.of();
    }

    /** At its own node and at one that was given it, whether it should have been or not. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noOfficeIsShownMoreThanTheOneDecisionLetsItHave(long seed) {
        var random = new Random(seed);
        var annex = annex(seed);
        for (var number = 0; number < REPORTS; number++) {
            var report = AnyReport.of(random, number).report();
            for (var reader : List.of(SV, GT)) {
                var item = reader.equals(SV) ? item(SV, report) : item(SV, report, GT);
                var decided = new Decided(annex, SV, reader, Reports.TODAY);
                for (var office : OFFICES) assertShown(decided, item, office);
            }
        }
    }

    private static void assertShown(Decided decided, Item item, OfficeCode office) {
        var post = Posts.of(office, Reports.AREAS);
        var showing = new Showing(decided.annex(), decided.reader(), post, Reports.TODAY, false);
        var report = item.report();
        var told = decided.reader() + " " + office + " " + report;
        var find = decided.out(report, office, List.of(Use.FIND));
        var open = decided.out(report, office, List.of(Use.OPEN));
        var away = decided.out(report, office, List.of(Use.OPEN, Use.EXPORT));
        assertNoMore(find, fields(showing.listed(item)), told);
        if (showing.mayBeMailed(item))
            assertTrue(!decided.out(report, office, List.of(Use.FIND, Use.MAIL)).isEmpty(), told);
        assertNoMore(open, showing.openAtOnce(item), told);
        for (var purpose : AnyReport.AREAS) {
            assertNoMore(open, fields(showing.opened(item, purpose, "")), told);
            assertNoMore(away, fields(showing.read(item, purpose, "")), told);
            if (showing.opened(item, purpose, "") instanceof Shown.Open(var opened, var stated))
                assertNoMore(open, fields(showing.taken(opened, stated)), told);
            if (showing.opened(item, purpose, "") instanceof Shown.RestrictionFirst)
                assertTrue(decided.restriction(report, office, List.of(Use.OPEN)), told);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPartyIsGivenMoreThanTheOneDecisionLetsItHaveNorAtTheWishOfAnother(long seed) {
        var random = new Random(seed);
        var annex = annex(seed);
        var releasing = new Releasing(annex, SV, Reports.TODAY, false);
        for (var number = 0; number < REPORTS; number++) {
            var report = AnyReport.of(random, number).report();
            var held = report.only(EnumSet.of(Field.TITLE, Field.FACT));
            for (var release : releasing.of(report, List.of(US, GT, HN))) {
                var most = new Decided(annex, SV, release.to(), Reports.TODAY).given(report);
                if (release instanceof Release.Goes(var to, var copy, var _))
                    assertNoMore(most, copy.fields(), to + " " + report);
                if (held.isPresent()
                        && releasing.onward(report, held.get(), release.to())
                                instanceof Release.Goes(var to, var copy, var _)) {
                    assertNoMore(most, copy.fields(), to + " " + report);
                    assertNoMore(held.get().fields(), copy.fields(), to + " " + report);
                }
            }
        }
    }

    /** Or the properties would hold of doors that let nothing out. */
    @Test
    void somethingComesOutInEveryWayAndSomethingIsKeptBack() {
        var out = new HashSet<List<Use>>();
        var kept = new HashSet<List<Use>>();
        var random = new Random(7);
        var decided = new Decided(Reports.OF_2019, SV, GT, Reports.TODAY);
        for (var number = 0; number < 100; number++) {
            var report = AnyReport.of(random, number).report();
            for (var way : Decided.ways()) {
                var left = decided.out(report, new OfficeCode("analysis"), way);
                if (left.equals(report.fields())) out.add(way);
                if (left.isEmpty()) kept.add(way);
            }
        }
        assertEquals(Set.copyOf(Decided.ways()), out);
        assertEquals(Set.copyOf(Decided.ways()), kept);
    }

    @Test
    void everyDoorThatLetsSomethingOfAReportOutStandsHere() throws Exception {
        var doors = new TreeSet<String>();
        for (var type : types())
            for (var method : type.getDeclaredMethods())
                if (isDoor(type, method)) doors.add(type.getSimpleName() + "." + method.getName());
        assertEquals(new TreeSet<>(DOORS.keySet()), doors, "say here what a new door asks the one decision for");
    }

    private static List<Class<?>> types() throws IOException, ClassNotFoundException {
        var folder = Path.of("target", "classes", "acorde", "exchange");
        var types = new ArrayList<Class<?>>();
        try (var files = Files.list(folder)) {
            for (var file : files.map(path -> path.getFileName().toString()).toList())
                if (file.endsWith(".class") && !file.startsWith("package-info"))
                    types.add(Class.forName("acorde.exchange." + file.replace(".class", "")));
        }
        return types;
    }

    /** What is made of a text that somebody brings, or of a part of what one has, lets nothing out: records are what doors give. */
    private static boolean isDoor(Class<?> type, Method method) {
        return Modifier.isPublic(type.getModifiers())
                && Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && !type.isSealed()
                && (!type.isRecord() || type == OfficeDrafts.class)
                && Stream.concat(Stream.of(method.getGenericReturnType()), toldTo(method))
                        .anyMatch(given -> carries(given, new HashSet<>()));
    }

    /** What it hands to who calls it, beside what it returns. */
    private static Stream<Type> toldTo(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .filter(type -> type instanceof ParameterizedType of && of.getRawType() == Consumer.class);
    }

    /** Whether a text of a report may be in it. */
    private static boolean carries(Type type, Set<Type> seen) {
        if (!seen.add(type)) return false;
        return switch (type) {
            case ParameterizedType of ->
                Arrays.stream(of.getActualTypeArguments()).anyMatch(one -> carries(one, seen));
            case WildcardType of -> Arrays.stream(of.getUpperBounds()).anyMatch(one -> carries(one, seen));
            case Class<?> one ->
                one == Texts.class
                        || one == Thing.class
                        || one == Alert.class
                        || one.isRecord() && components(one).stream().anyMatch(part -> carries(part, seen))
                        || one.isSealed()
                                && Arrays.stream(one.getPermittedSubclasses()).anyMatch(part -> carries(part, seen));
            default -> false;
        };
    }

    private static List<Type> components(Class<?> type) {
        return Arrays.stream(Optional.ofNullable(type.getRecordComponents()).orElseThrow())
                .map(RecordComponent::getGenericType)
                .toList();
    }
}
