package acorde.trustlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What searching with Jazzer kept of each parser, as vectors. The name of an input tells what becomes of it. */
final class ParseVectors {
    static final Path KEPT = Path.of("src", "test", "resources", "acorde", "trustlog", "ParsersFuzzTestInputs");

    private final LogVectorWriter writer;

    ParseVectors(LogVectorWriter writer) {
        this.writer = writer;
    }

    void write() throws IOException {
        for (var input : kept()) {
            var parser = input.getName(0).toString();
            var name = input.getFileName().toString();
            var refused = name.startsWith("found-") && !name.equals("found-accepted");
            writer.write(
                    "parse/" + parser,
                    name,
                    refused ? "malformed" : "good",
                    "parser",
                    parser,
                    "input",
                    Files.readAllBytes(KEPT.resolve(input)));
        }
    }

    /** By parser and name. */
    static List<Path> kept() throws IOException {
        try (var walk = Files.walk(KEPT)) {
            return walk.filter(Files::isRegularFile)
                    .map(KEPT::relativize)
                    .sorted()
                    .toList();
        }
    }
}
