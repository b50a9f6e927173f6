package acorde.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Annexes for tests. */
final class Annexes {
    /** The one the product ships with. */
    static final String TEXT_OF_2019 = text(Path.of("..", "compacts", "moc-2019", "policy.cedar"));

    static final String SCHEMA = text(Path.of("src", "main", "resources", "acorde", "policy", "facts.cedarschema"));

    static final Annex OF_2019 = good(TEXT_OF_2019);

    /** One that lets everybody have everything. */
    static final Annex OPEN = good(permit("ALL", "true"));

    private Annexes() {}

    static Annex good(String text) {
        return switch (Annex.read(text)) {
            case Annex annex -> annex;
            case Reading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    static List<Reading.Fault> faults(String text) {
        return switch (Annex.read(text)) {
            case Annex annex ->
                throw new AssertionError(
                        "no fault was found in " + annex.rules().size() + " rules");
            case Reading.Faulty(var faults) -> faults;
        };
    }

    static String permit(String id, String when) {
        return rule(id, "permit", when);
    }

    static String forbid(String id, String when) {
        return rule(id, "forbid", when);
    }

    static String forbid(String id, String fields, String when) {
        return "@fields(\"" + fields + "\")\n" + rule(id, "forbid", when);
    }

    private static String rule(String id, String effect, String when) {
        return """
                @id("%s")
                @reason_es("Por la regla %s.")
                @reason_en("By rule %s.")
                %s (principal, action, resource) when { %s };
                """.formatted(id, id, id, effect, when);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
