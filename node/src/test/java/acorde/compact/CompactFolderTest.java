package acorde.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the compact we ship, spoilt in one place, is refused with that place. */
class CompactFolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.walk(Moc2019.FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(Moc2019.FOLDER.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void aGoodFolderIsReadWhole() {
        assertInstanceOf(CompactFolder.Read.Folder.class, CompactFolder.read(folder));
    }

    @Test
    void aTextInOneLanguageOnlyIsRefusedAtItsLine() throws IOException {
        var line = spoil("areas.yaml", "      en: Governance of the compact\n", "");
        assertFault("areas.yaml", line - 2, "Falta el texto en inglés de «title».");
    }

    @Test
    void aFieldNobodyKnowsIsRefused() throws IOException {
        var line = spoil("events.yaml", "    date: 2019-03-28\n", "    date: 2019-03-28\n    place: Tegucigalpa\n");
        assertFault("events.yaml", line + 1, "Ningún campo se llama «place» aquí.");
    }

    @Test
    void aSourceThatIsNotWrittenDownIsRefusedWhereItIsNamed() throws IOException {
        var line = spoil("initiatives/A2.yaml", "sources: [S-24H, S-PRO]", "sources: [S-24H, S-PROCESO]");
        assertFault(
                "initiatives/A2.yaml",
                line,
                "No hay ninguna fuente «S-PROCESO»: añádala a las fuentes o corrija el código.");
    }

    @Test
    void anAreaThatIsNotWrittenDownIsRefused() throws IOException {
        var line = spoil("initiatives/A2.yaml", "area: A2\n", "area: A9\n");
        assertFault("initiatives/A2.yaml", line, "No hay ningún área «A9».");
    }

    @Test
    void aStateThatIsNeitherPartyNorParticipantIsRefused() throws IOException {
        var line = spoil("meetings.yaml", "[US, GT, HN, SV, PA, CR, CO]", "[US, GT, HN, SV, PA, CR, NI]");
        assertFault("meetings.yaml", line, "«NI» no es parte ni participante del acuerdo.");
    }

    @Test
    void aDayThatDoesNotExistIsRefused() throws IOException {
        var line = spoil("initiatives/AG.yaml", "due: 2019-03-27", "due: 2019-02-30");
        assertFault("initiatives/AG.yaml", line, "Aquí va una fecha como 2019-03-28, no «2019-02-30».");
    }

    @Test
    void aCodeThatStandsTwiceIsRefusedWithBothPlaces() throws IOException {
        var line = spoil("initiatives/A4.yaml", "code: A4-02", "code: A4-01");
        assertFault("initiatives/A4.yaml", line, "«A4-01» ya está en initiatives/A4.yaml, 4.");
    }

    @Test
    void anEvidenceGradeNobodyKnowsIsRefused() throws IOException {
        var line = spoil("initiatives/A3.yaml", "evidence: official", "evidence: rumour");
        assertFault("initiatives/A3.yaml", line, "Aquí va una de estas palabras: official, press, no «rumour».");
    }

    @Test
    void aTextPastOneHundredThousandCharactersIsRefused() throws IOException {
        var limit = "a".repeat(Bilingual.LIMIT);
        var line = spoil("initiatives/A4.yaml", "es: Tecnología en uso en puestos fronterizos", "es: " + limit);
        assertInstanceOf(CompactFolder.Read.Folder.class, CompactFolder.read(folder));
        spoil("initiatives/A4.yaml", limit, limit + "a");
        assertFault("initiatives/A4.yaml", line, "El texto pasa de 100,000 caracteres: repártalo o resúmalo.");
    }

    @Test
    void aTitlePastThreeHundredCharactersIsRefused() throws IOException {
        var limit = "a".repeat(300);
        var line = spoil("areas.yaml", "es: Gobernanza del acuerdo", "es: " + limit);
        assertInstanceOf(CompactFolder.Read.Folder.class, CompactFolder.read(folder));
        spoil("areas.yaml", limit, limit + "a");
        assertFault("areas.yaml", line - 1, "El título pasa de 300 caracteres: diga lo demás en el texto.");
    }

    @Test
    void aTextThatHidesWhatIsReadIsRefused() throws IOException {
        var line = spoil("areas.yaml", "es: Gobernanza del acuerdo", "es: \"Gobernanza \\u202Eodreuca led\"");
        assertFault(
                "areas.yaml",
                line,
                "El texto contiene un carácter que no se ve y puede cambiar lo que se lee: bórrelo y escríbalo de nuevo.");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() throws IOException {
        var line = spoil("areas.yaml", "  - code: A2\n", "  - code: A2\n    code: A2\n");
        assertFault("areas.yaml", line + 1, "El campo «code» está repetido.");
    }

    @Test
    void anAddressThatIsNotOfTheWebIsRefused() throws IOException {
        var line = spoil(
                "sources.yaml", "address: https://www.dhs.gov/keywords/guatemala", "address: \"javascript:alert(1)\"");
        assertFault(
                "sources.yaml",
                line,
                "Aquí va una dirección que empieza por https:// o http://, no «javascript:alert(1)».");
    }

    @Test
    void aliasesAnchorsAndTagsAreRefused() throws IOException {
        var spoilt = List.of(
                "areas: &a []\n",
                "areas: *a\n",
                "areas: !!java.net.URL [x]\n",
                "areas: !thing {}\n",
                "areas: [&a x]\n");
        for (var text : spoilt) {
            Files.writeString(folder.resolve("areas.yaml"), text);
            assertTrue(
                    faults().stream()
                            .anyMatch(fault -> fault.file().equals("areas.yaml")
                                    && fault.line() == 1
                                    && fault.reason().en().startsWith("The YAML marks &, * and !")),
                    text);
        }
    }

    @Test
    void whatIsNotYamlIsRefusedAtItsLine() throws IOException {
        spoil("areas.yaml", "  - code: A3\n", "  - code: \"A3\n");
        assertTrue(faults().stream().anyMatch(fault -> fault.reason().en().startsWith("This is not YAML")));
    }

    @Test
    void tooManyLevelsAreRefused() throws IOException {
        Files.writeString(folder.resolve("areas.yaml"), "areas: " + "[".repeat(30) + "]".repeat(30) + "\n");
        assertFault("areas.yaml", 1, "Demasiados niveles de sangría.");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("events.yaml"), "events: [ñ]".getBytes(StandardCharsets.ISO_8859_1));
        assertFault("events.yaml", 1, "El archivo no está en UTF-8: guárdelo con esa codificación.");
    }

    @Test
    void rulesOfReleaseAreReadAsTheyAreWritten() throws IOException {
        var rules = Files.readString(folder.resolve(CompactFolder.RULES)).strip();
        var read = (CompactFolder.Read.Folder) CompactFolder.read(folder);
        assertEquals(new ReleaseRules(rules), read.items().get(new ItemKey(ItemKey.Kind.RELEASE, "moc-2019")));
        Files.writeString(folder.resolve(CompactFolder.RULES), "// \u202e");
        assertEquals(1, faults().size());
        Files.write(folder.resolve(CompactFolder.RULES), "// ñ".getBytes(StandardCharsets.ISO_8859_1));
        assertFault(CompactFolder.RULES, 1, "El archivo no está en UTF-8: guárdelo con esa codificación.");
        Files.delete(folder.resolve(CompactFolder.RULES));
        assertInstanceOf(CompactFolder.Read.Folder.class, CompactFolder.read(folder));
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("thresholds.yaml"));
        assertFault("thresholds.yaml", 1, "Falta este archivo.");
    }

    @Test
    void aFolderThatIsNotThereIsAFaultAndNotAnException() {
        var read = CompactFolder.read(folder.resolve("nowhere"));
        assertInstanceOf(CompactFolder.Read.Faults.class, read);
    }

    @Test
    void theFaultsOfAllFilesComeBackTogether() throws IOException {
        spoil("areas.yaml", "      en: Governance of the compact\n", "");
        spoil("initiatives/AG.yaml", "due: 2019-03-27", "due: soon");
        spoil("sources.yaml", "code: S-24H", "code: S-24HORAS");
        var files =
                faults().stream().map(CompactFolder.Read.Fault::file).distinct().toList();
        assertEquals(
                List.of(
                        "areas.yaml",
                        "compact.yaml",
                        "initiatives/A1.yaml",
                        "initiatives/A2.yaml",
                        "initiatives/A4.yaml",
                        "initiatives/AG.yaml",
                        "meetings.yaml"),
                files);
    }

    @Test
    void atMostTwoHundredFaultsAreTold() throws IOException {
        Files.writeString(folder.resolve("sources.yaml"), "sources:\n" + "  - {code: X, address: y}\n".repeat(300));
        assertEquals(200, faults().size());
    }

    /** Replaces {@code from}, where it stands first. @return the line where it stood */
    private int spoil(String file, String from, String to) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        var at = text.indexOf(from);
        assertTrue(at >= 0, from);
        Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private List<CompactFolder.Read.Fault> faults() {
        return assertInstanceOf(CompactFolder.Read.Faults.class, CompactFolder.read(folder))
                .faults();
    }

    private void assertFault(String file, int line, String es) {
        var found = faults().stream()
                .map(fault ->
                        fault.file() + ":" + fault.line() + " " + fault.reason().es())
                .toList();
        assertTrue(found.contains(file + ":" + line + " " + es), () -> String.join("\n", found));
    }
}
