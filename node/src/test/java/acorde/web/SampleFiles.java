package acorde.web;

import acorde.acts.ActId;
import acorde.files.Attachment;
import acorde.files.Begun;
import acorde.files.FileType;
import acorde.files.Handed;
import acorde.files.Kept;
import acorde.files.Named;
import acorde.files.Upload;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.web.view.FileLine;
import acorde.web.view.FilesView;
import acorde.web.view.Frame;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** Files for the pages' pictures: of the act HN/401, and ready for one. */
final class SampleFiles {
    private static final Hash HASH = Hash.ofHex("9f2c6a1d4be07835c1a2f0d94e6b7c8812d3e4f5061728394a5b6c7d8e9f0a1b");

    private static final List<Handed> HANDED = List.of(
            new Handed(new PartyCode("GT"), 1, Samples.NOW.minus(Duration.ofHours(2))),
            new Handed(new PartyCode("SV"), 0, null));

    private SampleFiles() {}

    private static Attachment file(String name, FileType type, int mebibytes) {
        return new Attachment(name, type, (long) mebibytes << 20, HASH, Collections.nCopies(mebibytes, HASH));
    }

    private static FileLine line(int number, Attachment file, Kept.State state) {
        var here = state == Kept.State.WHOLE ? file.chunks().size() : 0;
        var handed = state == Kept.State.WHOLE ? HANDED : List.<Handed>of();
        return new FileLine("HN/401", new Kept(new Named(ActId.parse("HN/401"), number), file, state, here, handed));
    }

    private static FileLine film() {
        return line(1, file("Anexo fotográfico del puesto.pdf", FileType.PDF, 48), Kept.State.COMING);
    }

    static List<FileLine> ofAct() {
        return List.of(
                line(0, file("Acta de la reunión nº 3 (EJERCICIO).docx", FileType.DOCX, 1), Kept.State.WHOLE), film());
    }

    /** Those of an act whose reader may not take them away. */
    static List<FileLine> toStay() {
        return ofAct().stream()
                .map(line -> new FileLine(line.act(), line.kept(), "", line.page()))
                .toList();
    }

    static List<Attachment> attachments() {
        return uploads().stream().map(Upload::file).toList();
    }

    static List<Upload> uploads() {
        var sent = Samples.NOW.minus(Duration.ofHours(3));
        return List.of(
                new Upload(
                        2, file("Cifras de octubre (EJERCICIO).csv", FileType.CSV, 1), sent, sent.plusSeconds(86_400)),
                new Upload(1, file("a".repeat(116) + ".pdf", FileType.PDF, 256), sent, sent.plusSeconds(86_400)));
    }

    static Object ready(Frame p) {
        var begun = List.of(
                new Begun(
                        "acta-1",
                        "Acta firmada (EJERCICIO).pdf",
                        3L << 20,
                        List.of(HASH, HASH, HASH),
                        9L << 20,
                        Samples.NOW.plusSeconds(86_400)),
                new Begun(
                        "k", "a".repeat(116) + ".pdf", 1L << 20, List.of(HASH), null, Samples.NOW.plusSeconds(3_600)));
        return new FilesView(uploads(), begun, uploads().getFirst(), "");
    }

    static Object refused(Frame p) {
        return new FilesView(List.of(), List.of(), null, "file.refused.CONTENT");
    }

    static Object missing(Frame p) {
        return film();
    }
}
