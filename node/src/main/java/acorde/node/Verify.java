package acorde.node;

import acorde.trust.Charter;
import acorde.trust.ProofExtra;
import acorde.trustlog.Malformed;
import acorde.trustlog.TlogProof;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a proof file with nothing but the charter: no node, no network. */
@Command(name = "verify", description = "Check a proof file, offline.", mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The proof file, as downloaded from the page of an act.")
    private Path file = Path.of("");

    @Option(names = "--charter", required = true, description = "The founding charter (charter.json).")
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
                    print(proof, proven, charter);
                    yield 0;
                }
            };
        } catch (Malformed malformed) {
            System.out.println("NOT PROVEN: " + malformed.getMessage());
            return 1;
        }
    }

    private static void print(TlogProof proof, TlogProof.Outcome.Proven proven, Charter charter) {
        var author = ProofExtra.author(proof.note(), charter).orElseThrow().party();
        System.out.println("PROVEN: " + author + "/" + proof.index() + " stands in the log of " + author
                + ", which signed it at size " + proven.checkpoint().size() + ".");
        for (var cosigner : proven.cosigners())
            System.out.println("  stored and cosigned by " + cosigner.name() + " at "
                    + Instant.ofEpochSecond(cosigner.posixSeconds()));
        System.out.println("  charter: " + charter.words());
        ProofExtra.read(proof.extra())
                .act()
                .ifPresentOrElse(
                        act -> System.out.println("  it says: " + new String(act, StandardCharsets.UTF_8)),
                        () -> System.out.println("  the file does not carry what it says"));
    }
}
