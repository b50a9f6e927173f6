package acorde.node;

import acorde.trust.Charter;
import acorde.trust.CharterRefused;
import acorde.trust.ProofExtra;
import acorde.trustlog.Flaw;
import acorde.trustlog.Malformed;
import acorde.trustlog.TlogProof;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a proof file with nothing but the charter: no node, no network. Speaks the language of whoever asks. */
@Command(name = "verify", description = "cli.verify")
final class Verify implements Callable<Integer>, Speaking {
    @Parameters(paramLabel = "cli.label.file", description = "cli.verify.file")
    private Path file = Path.of("");

    @Option(names = "--charter", required = true, paramLabel = "cli.label.file", description = "cli.verify.charter")
    private Path charterFile = Path.of("");

    /** In the language of whoever asks. */
    private Words words = Words.in(Language.EN);

    @Override
    public void speak(Words those) {
        words = those;
    }

    @Override
    public Integer call() {
        var charter = charter();
        try {
            var proof = TlogProof.parse(read(file, "cli.verify.give.proof"));
            return switch (ProofExtra.verify(proof, charter)) {
                case TlogProof.Outcome.Refused(var refusal) -> refused(refusal.flaw(), refusal.why());
                case TlogProof.Outcome.Proven proven -> {
                    told(proof, proven, charter, words).forEach(System.out::println);
                    yield 0;
                }
            };
        } catch (Malformed malformed) {
            return refused(Flaw.MALFORMED, String.valueOf(malformed.getMessage()));
        }
    }

    private Charter charter() {
        try {
            return Charter.parse(read(charterFile, "cli.verify.give.charter"));
        } catch (CharterRefused refused) {
            throw new Refusal("cli.verify.charter.refused", charterFile, (Refusal.Within)
                    said -> shown(Refusal.sentence(refused, said)));
        }
    }

    /** @param remedy the key of what to do where it cannot be read */
    private byte[] read(Path from, String remedy) {
        try {
            return NodeFolder.read(from, remedy);
        } catch (Refusal unreadable) {
            throw new Refusal("cli.verify.unread", from, Refusal.within(remedy));
        }
    }

    /** @param detail for whoever mends it, in the English of the library that found it */
    private int refused(Flaw flaw, String detail) {
        System.out.println(words.say("cli.verify.not", words.say("cli.flaw." + flaw)));
        System.out.println("  " + words.say("cli.verify.detail", shown(detail)));
        return 1;
    }

    /** What is told of a proof that holds, a line each. */
    static List<String> told(
            TlogProof proof, TlogProof.Outcome.Proven proven, Charter charter, Words words) { // in whose language
        var author = ProofExtra.author(proof.note(), charter).orElseThrow().party();
        var told = new ArrayList<String>();
        told.add(words.say(
                "cli.verify.proven",
                author + "/" + proof.index(),
                author,
                proven.checkpoint().size()));
        for (var cosigner : proven.cosigners())
            told.add("  "
                    + words.say(
                            "cli.verify.cosigned", cosigner.name(), Instant.ofEpochSecond(cosigner.posixSeconds())));
        if (proven.cosigners().isEmpty()) told.add("  " + words.say("cli.verify.alone"));
        told.add("  " + words.say("cli.verify.words", charter.words()));
        told.add("  "
                + ProofExtra.read(proof.extra())
                        .act()
                        .map(act -> words.say("cli.verify.says", shown(new String(act, StandardCharsets.UTF_8))))
                        .orElse(words.say("cli.verify.empty")));
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
