package acorde.node;

import acorde.offices.Change;
import acorde.offices.InventedPeople.Invented;
import acorde.offices.Office;
import acorde.offices.OfficeCode;
import acorde.offices.Offices;
import acorde.offices.Secret;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The people of the demonstration. Every one of them is invented. */
final class DemoPeople {
    private static final Office COORDINATION = office("coordination", "Coordinación nacional", "National coordination");
    private static final Office REPRESENTATIVE =
            office("representative-a1", "Representación en la mesa A1", "Representation in group A1");
    private static final Office SUPERVISION =
            office("supervision", "Supervisión de protección de datos", "Data-protection supervision");
    private static final Office ADMINISTRATION =
            office("administration", "Administración del nodo", "Administration of the node");
    private static final Office ANALYSIS = office("analysis", "Unidad de Análisis", "Analysis unit");
    private static final Office OBSERVATION = office("observation", "Observación", "Observation");

    private static final String STORY = "acorde demo";

    private DemoPeople() {}

    /** Those of one party; its national coordinator is the first, its analyst the last. */
    static List<Invented> of(PartyCode party) {
        return switch (party.value()) {
            case "US" ->
                List.of(
                        one("Margaret Ellery Stone", COORDINATION),
                        one("Daniel Okoro Hayes", REPRESENTATIVE),
                        one("Ruth Lindqvist", SUPERVISION),
                        one("Peter Amsel", ADMINISTRATION),
                        one("Carla Wren", OBSERVATION),
                        one("Hannah Verne Cole", ANALYSIS));
            case "GT" ->
                List.of(
                        one("Lucía Ixcot Barrios", COORDINATION),
                        one("Mateo Chavajay Solís", REPRESENTATIVE),
                        one("Irma Recinos Tuy", SUPERVISION),
                        one("Óscar Batz Monroy", ADMINISTRATION),
                        one("Elena Sis Paredes", OBSERVATION),
                        one("Rosa Tzoc Cumes", ANALYSIS));
            case "HN" ->
                List.of(
                        one("Nadia Alvarenga Paz", COORDINATION),
                        one("Rigoberto Funes Lara", REPRESENTATIVE),
                        one("Delmy Zúniga Rosa", SUPERVISION),
                        one("Elmer Pineda Cálix", ADMINISTRATION),
                        one("Sonia Mejía Duarte", OBSERVATION),
                        one("Iris Maldonado Cruz", ANALYSIS));
            case "SV" ->
                List.of(
                        one("Tomás Escobar Luna", COORDINATION),
                        one("Verónica Ayala Ponce", REPRESENTATIVE),
                        one("Jaime Orellana Cruz", SUPERVISION),
                        one("Marta Guardado Rivas", ADMINISTRATION),
                        one("Andrés Melara Sosa", OBSERVATION),
                        one("Mauricio Campos Rivera", ANALYSIS));
            default -> throw new Refusal("cli.no.people", party);
        };
    }

    /** Leaves tokens of the party's invented coordinator and analyst where only the owner of the files can read them. */
    static void writeTokens(Offices offices, PartyCode party, Path coordinator) {
        writeToken(offices, of(party).getFirst(), coordinator);
        writeToken(offices, of(party).getLast(), analystToken(coordinator));
    }

    /** Where the analyst's token lies, beside the coordinator's. */
    static Path analystToken(Path coordinator) {
        return coordinator.resolveSibling(coordinator.getFileName() + "-analysis");
    }

    private static void writeToken(Offices offices, Invented person, Path file) {
        var session = offices.invented()
                .flatMap(people -> people.signIn(person))
                .orElseThrow(() -> new Refusal("cli.no.coordinator"));
        offices.tokens(session.officer().person()).stream()
                .filter(old -> old.name().equals(STORY))
                .forEach(old -> offices.revokeToken(session.officer(), old.id()));
        if (!(offices.makeToken(session.officer(), STORY, 1) instanceof Change.Done<Secret>(var token)))
            throw new Refusal("cli.no.token");
        try {
            var readableByOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.deleteIfExists(file);
            Files.writeString(Files.createFile(file, readableByOwner), token.reveal());
        } catch (IOException e) {
            throw new Refusal("cli.no.token.file", file, String.valueOf(e.getMessage()));
        }
    }

    private static Office office(String code, String inSpanish, String inEnglish) {
        return new Office(new OfficeCode(code), inSpanish, inEnglish);
    }

    private static Invented one(String name, Office office) {
        return new Invented(account(name), name, office);
    }

    /** The first two names, plain: {@code nadia.alvarenga}. */
    private static String account(String name) {
        var plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(java.util.Locale.ROOT)
                .split(" ");
        return plain[0] + "." + plain[1];
    }
}
