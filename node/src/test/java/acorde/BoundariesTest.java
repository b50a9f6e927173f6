package acorde;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of packages in ARCHITECTURE.md, as a test. A broken row fails with its sentence. */
class BoundariesTest {
    /** Package, and the packages of the node it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("postgres", Set.of()),
            Map.entry("sheets", Set.of()),
            Map.entry("trust", Set.of("postgres")),
            Map.entry("acts", Set.of("trust", "postgres")),
            Map.entry("offices", Set.of("acts", "trust", "postgres")),
            Map.entry("finding", Set.of("acts", "offices", "trust", "postgres")),
            Map.entry("compact", Set.of("finding", "acts", "offices", "trust", "postgres")),
            Map.entry("files", Set.of("acts", "offices", "trust", "postgres")),
            Map.entry("monitoring", Set.of("files", "compact", "finding", "acts", "offices", "trust", "postgres")),
            Map.entry("returns", Set.of("sheets", "monitoring", "files", "compact", "acts", "offices", "trust")),
            Map.entry("exports", Set.of("sheets", "monitoring", "groups", "compact", "acts", "trust")),
            Map.entry("groups", Set.of("files", "finding", "compact", "acts", "offices", "trust", "postgres")),
            Map.entry("documents", Set.of("monitoring", "groups", "compact", "acts", "offices", "trust", "postgres")),
            Map.entry(
                    "notices",
                    Set.of(
                            "onward",
                            "requests",
                            "exchange",
                            "monitoring",
                            "groups",
                            "finding",
                            "compact",
                            "acts",
                            "offices",
                            "trust",
                            "postgres")),
            Map.entry("webhooks", Set.of("notices", "exchange", "finding", "acts", "offices", "postgres")),
            Map.entry("policy", Set.of("compact", "offices", "trust")),
            Map.entry(
                    "exchange",
                    Set.of("policy", "files", "compact", "finding", "acts", "offices", "trust", "postgres")),
            Map.entry("requests", Set.of("exchange", "policy", "compact", "acts", "offices", "trust", "postgres")),
            Map.entry("stix", Set.of("exchange", "policy", "acts", "trust")),
            Map.entry("imports", Set.of("sheets", "exchange", "policy", "compact", "offices")),
            Map.entry("onward", Set.of("exchange", "policy", "compact", "acts", "offices", "trust", "postgres")),
            Map.entry("publication", Set.of("sheets", "monitoring", "compact", "acts", "trust")),
            Map.entry(
                    "web",
                    Set.of(
                            "documents",
                            "exchange",
                            "stix",
                            "requests",
                            "onward",
                            "notices",
                            "webhooks",
                            "imports",
                            "monitoring",
                            "returns",
                            "exports",
                            "sheets",
                            "groups",
                            "policy",
                            "publication",
                            "files",
                            "compact",
                            "finding",
                            "offices",
                            "acts",
                            "trust",
                            "postgres")),
            Map.entry(
                    "node",
                    Set.of(
                            "web",
                            "documents",
                            "exchange",
                            "stix",
                            "requests",
                            "onward",
                            "notices",
                            "webhooks",
                            "monitoring",
                            "returns",
                            "exports",
                            "groups",
                            "policy",
                            "publication",
                            "files",
                            "compact",
                            "finding",
                            "offices",
                            "acts",
                            "trust",
                            "postgres")));

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("acorde");

    static Set<String> packages() {
        return new TreeSet<>(MAY_USE.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyThePackagesItsRowOfTheTableNames(String name) {
        var others = new TreeSet<>(MAY_USE.keySet());
        others.remove(name);
        others.removeAll(MAY_USE.get(name));
        if (others.isEmpty()) return;
        var forbidden = others.stream().map(other -> "acorde." + other + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("acorde." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("'" + name + "' may use only " + new TreeSet<>(MAY_USE.get(name))
                        + " (ARCHITECTURE.md, packages)")
                .check(CLASSES);
    }

    @Test
    void everyPackageHasARowInTheTable() {
        var found = CLASSES.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[1])
                .collect(Collectors.toCollection(TreeSet::new));
        found.remove("trustlog");
        assertEquals(
                packages(),
                found,
                "a package of acorde stands in the sources and not in the table, or the other way round");
    }

    @Test
    void onlyWebSeesRequestsAndTemplates() {
        noClasses()
                .that()
                .resideOutsideOfPackages("acorde.web..", "acorde.node..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..", "org.springframework.web..", "org.apache.catalina..", "gg.jte..")
                .because("only 'web' knows HTTP and templates")
                .check(CLASSES);
    }

    @Test
    void theDeskKnowsNothingOfThePagesOfGroups() {
        noClasses()
                .that()
                .resideInAPackage("acorde.web.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("acorde.web.groups..")
                .because("the pages of groups stand on the desk, and what both need is in it")
                .check(CLASSES);
    }

    @Test
    void oneClassSeesCedar() {
        noClasses()
                .that()
                .haveNameNotMatching("acorde\\.policy\\.Cedar(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.cedarpolicy..")
                .because("what stands for Cedar would be written in 'policy.Cedar' alone (decision 17)")
                .check(CLASSES);
    }

    @Test
    void theLibraryNeedsTheJdkOnly() {
        noClasses()
                .that()
                .resideInAPackage("acorde.trustlog..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "acorde.trustlog..", "org.jspecify..")
                .because("trust-log is a library for others and needs the JDK only")
                .check(CLASSES);
    }

    @Test
    void noClassHasANameThatSaysNothing() {
        var empty = List.of(
                "Impl",
                "Manager",
                "Helper",
                "Util",
                "Utils",
                "Common",
                "Base",
                "Dto",
                "Info",
                "Data",
                "Processor",
                "Handler");
        var named = CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("acorde")
                        && !type.getPackageName().startsWith("acorde.web.pages"))
                .filter(type -> empty.stream().anyMatch(type.getSimpleName()::endsWith))
                .filter(type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(type -> type.getName())
                // the option --data, and the base of a proposal: words of the field
                .filter(name -> !List.of("acorde.node.NodeCommand$Data", "acorde.compact.Applying$Base")
                        .contains(name))
                .toList();
        assertEquals(List.of(), named, "names that say nothing: call the thing by what it does");
    }

    @Test
    void everyPackageOpensWithItsDutyInAtMostTwentyFiveLines() throws IOException {
        for (var name : packages()) {
            var file = Path.of("src/main/java/acorde", name, "package-info.java");
            assertTrue(Files.exists(file), name + " lacks its package-info.java");
            assertTrue(Files.readAllLines(file).size() <= 25, name + " says more about itself than fits in 25 lines");
        }
    }
}
