package acorde.web.desk;

import acorde.acts.ActId;
import acorde.acts.ActView;
import acorde.files.Attachment;
import acorde.files.Begun;
import acorde.files.Files;
import acorde.files.Go;
import acorde.files.Kept;
import acorde.files.Put;
import acorde.files.Upload;
import acorde.files.Went;
import acorde.offices.JournalLine;
import acorde.offices.Officer;
import acorde.trustlog.Hash;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What pages and programs do alike with a file. */
public final class FileAnswers {
    private static final int LONGEST_NUMBER = 15;

    private FileAnswers() {}

    /** What a refusal comes to over HTTP. */
    public static int status(Put.Why why) {
        return switch (why) {
            case NAME, CONTENT, EMPTY, BROKE_OFF, TOO_SLOW, BEYOND, OTHER_HASH -> 422;
            case TYPE -> 415;
            case TOO_LARGE, NO_ROOM, TOO_MANY_BEGUN -> 413;
            case TOO_MANY_AT_ONCE -> 429;
            case OTHER_PLACE -> 409;
        };
    }

    /** The key of the sentence of a refusal. */
    public static String key(Put.Why why) {
        return "file.refused." + why.name();
    }

    /** The name of a file whose bytes are the body: in a header, percent-encoded. Empty if it is missing or not so encoded. */
    public static Optional<String> name(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader("File-Name"))
                    .map(encoded -> URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Which of several goes the headers say it is; empty if they say nothing that can be read. */
    public static Optional<Go> go(HttpServletRequest request) {
        var key = request.getHeader("Upload-Key");
        var from = request.getHeader("Upload-Offset");
        var whole = request.getHeader("Upload-Length");
        try {
            return Optional.of(new Go(
                    key == null ? "" : key,
                    from == null ? 0 : Long.parseLong(from),
                    whole == null ? null : Long.valueOf(whole)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** How a file that is sent in parts stands, for whoever sends it. Empty if it was refused. */
    public static Optional<ObjectNode> stands(Went went) {
        return switch (went) {
            case Went.Further(var begun) ->
                Optional.of(chunks(json(begun), begun.chunks()).putNull("ready"));
            case Went.Ended(Put.Ready(var upload)) -> {
                var size = upload.file().size();
                var body = JsonMapper.shared().createObjectNode();
                body.put("name", upload.file().name()).put("size", size).put("whole", size);
                body.put("until", upload.until().toString()).set("ready", json(upload));
                yield Optional.of(chunks(body, upload.file().chunks()));
            }
            case Went.Ended(Put.Refused _) -> Optional.empty();
        };
    }

    private static ObjectNode chunks(ObjectNode body, List<Hash> chunks) {
        var hashes = body.putArray("chunks");
        chunks.forEach(hash -> hashes.add(hash.hex()));
        return body;
    }

    /** A file that is on its way. */
    public static ObjectNode json(Begun begun) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("key", begun.key())
                .put("name", begun.name())
                .put("size", begun.size())
                .put("whole", begun.whole())
                .put("until", begun.until().toString());
    }

    /** A file that lies ready. */
    public static ObjectNode json(Upload upload) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("id", upload.id()).put("until", upload.until().toString());
        body.set("attachment", Attachment.write(List.of(upload.file())).get(0));
        return body;
    }

    /** Those of an act as somebody is shown it: what is kept from them names no files. */
    public static List<Kept> of(Files files, ActView view) {
        return view.act().isPresent() ? files.of(view.id()) : List.of();
    }

    /** The file of an act, by its number as a path has it. */
    public static Optional<Kept> find(Files files, ActId act, String number) {
        var wanted = number(number);
        return files.of(act).stream()
                .filter(kept -> wanted.isPresent() && kept.named().number() == wanted.get())
                .findFirst();
    }

    static Optional<Long> number(String text) {
        return !text.isEmpty()
                        && text.length() <= LONGEST_NUMBER
                        && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }

    /** Who took which file, for those who oversee it: one line a day, in however many stretches. */
    public static JournalLine taken(Officer officer, Kept kept) {
        return JournalLine.of("file-taken", officer)
                .with("act", kept.named().act())
                .with("file", kept.named().number());
    }
}
