package acorde.node;

import acorde.trust.Charter;
import acorde.trust.ProofExtra;
import acorde.trustlog.Malformed;
import acorde.trustlog.TlogProof;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a proof file with nothing but the charter: no node, no network. */
@Command(
        name = "verify",
        description =
                "Check a proof file, offline: prints PROVEN and what is proven, or NOT PROVEN and why (exit code 1).",
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The proof file, as downloaded from the page of an act.")
    private Path file = Path.of("");

    @Option(
            names = "--charter",
            paramLabel = "FILE",
            required = true,
            description = "The founding charter: charter.json in the folder of any node of the compact.")
    private Path charterFile = Path.of("");

    @Override
    public Integer call() {
        var charter = Charter.parse(NodeFolder.read(charterFile, "give the founding charter with --charter"));
        try {
            var proof = TlogProof.parse(NodeFolder.read(file, "give a proof file"));
            return switch (ProofExtra.verify(proof, charter)) {
                case TlogProof.Outcome.Refused(var refusal) -> {
                    System.out.println("NOT PROVEN: " + refusal.why());
                    yield 1;
                }
                case TlogProof.Outcome.Proven proven -> {
                    told(proof, proven, charter).forEach(System.out::println);
                    yield 0;
                }
            };
        } catch (Malformed malformed) {
            System.out.println("NOT PROVEN: " + malformed.getMessage());
            return 1;
        }
    }

    /** What is told of a proof that holds, a line each. */
    static List<String> told(TlogProof proof, TlogProof.Outcome.Proven proven, Charter charter) {
        var author = ProofExtra.author(proof.note(), charter).orElseThrow().party();
        var told = new ArrayList<String>();
        told.add("PROVEN: " + author + "/" + proof.index() + " stands in the log of " + author
                + ", which signed it at size " + proven.checkpoint().size() + ".");
        for (var cosigner : proven.cosigners())
            told.add("  stored and cosigned by " + cosigner.name() + " at "
                    + Instant.ofEpochSecond(cosigner.posixSeconds()));
        if (proven.cosigners().isEmpty()) told.add("  no other party has confirmed it: the file has no cosignature");
        told.add("  charter: " + charter.words());
        told.add(ProofExtra.read(proof.extra())
                .act()
                .map(act -> "  it says: " + shown(new String(act, StandardCharsets.UTF_8)))
                .orElse("  the file does not carry what it says"));
        return told;
    }

    /** The act is its author's, not ours: what could steer a terminal or turn the direction of the text is shown as JSON would escape it. */
    private static String shown(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (steers(c)) for (var unit : Character.toChars(c)) shown.append("\\u%04x".formatted((int) unit));
            else shown.appendCodePoint(c);
        });
        return shown.toString();
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
