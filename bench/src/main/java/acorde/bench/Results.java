package acorde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the latest figures of every story in {@code bench/results/}, and a table of them in {@code bench/README.md}. */
final class Results {
    private static final Path FOLDER = Path.of("bench", "results");
    private static final Path README = Path.of("bench", "README.md");

    /** Why figures are missed and what would be tried next: by story, and by how what was measured begins. */
    private static final Path MISSED = Path.of("bench", "missed.json");

    private static final String BEGIN = "<!-- figures -->";
    private static final String END = "<!-- end of figures -->";
    private static final JsonMapper JSON = JsonMapper.shared();

    private Results() {}

    static void write(Machine machine, List<Figure> figures) throws IOException {
        Files.createDirectories(FOLDER);
        for (var story : figures.stream().map(Figure::story).distinct().toList()) {
            var result = JSON.createObjectNode();
            result.set("machine", JSON.valueToTree(machine).deepCopy());
            result.put("date", machine.date().toString());
            result.set(
                    "figures",
                    JSON.valueToTree(figures.stream()
                            .filter(figure -> figure.story().equals(story))
                            .toList()));
            Files.writeString(
                    FOLDER.resolve(story + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        }
        table();
    }

    /** The table is made of all results there are, so that one story can be measured again alone. */
    static void table() throws IOException {
        var reasons = JSON.readTree(MISSED);
        var rows = new ArrayList<String>();
        rows.add("| story | what | measured | must | stretch | reached | measured on | note |");
        rows.add("|---|---|---|---|---|---|---|---|");
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var result = JSON.readTree(file);
                for (var node : result.path("figures")) {
                    var figure = JSON.treeToValue(node, Figure.class);
                    rows.add(String.format(
                            Locale.ROOT,
                            "| %s | %s | %,.2f %s | %s | %s | %s | %s | %s |",
                            figure.story(),
                            figure.what(),
                            figure.value(),
                            figure.unit(),
                            asked(figure.must()),
                            asked(figure.stretch()),
                            figure.verdict(),
                            result.path("date").asString(""),
                            note(figure, reasons)));
                }
            }
        }
        var text = Files.readString(README);
        var before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        var after = text.substring(text.indexOf(END));
        Files.writeString(README, before + "\n" + String.join("\n", rows) + "\n" + after);
    }

    private static String note(Figure figure, JsonNode reasons) {
        if (!figure.verdict().equals("MISSED")) return figure.note();
        var why = reasons.path(figure.story())
                .propertyStream()
                .filter(reason -> figure.what().startsWith(reason.getKey()))
                .map(reason -> reason.getValue().asString())
                .findFirst()
                .orElse("Missed: why is not known yet.");
        return figure.note().isEmpty() ? why : figure.note() + ". " + why;
    }

    private static String asked(double value) {
        return value == 0 ? "" : String.format(Locale.ROOT, value % 1 == 0 ? "%,.0f" : "%,.2f", value);
    }
}
