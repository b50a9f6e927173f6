package acorde.web.press;

import acorde.publication.Account;
import acorde.publication.Promise;
import acorde.web.desk.Directory;
import acorde.web.view.Frame;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the search looks through: JSON, handed over in a call, because a page that was opened from a disk may load a script and nothing else.
 */
final class SearchIndex {
    private SearchIndex() {}

    static void write(Account account, Frame frame, Writer out) throws IOException {
        out.write("acorde([");
        var first = true;
        for (var promise : account.promises()) {
            out.write((first ? "\n" : ",\n") + entry(promise, frame));
            first = false;
        }
        out.write("]);\n");
    }

    /** The code, the title, and the words to look through. */
    private static String entry(Promise promise, Frame frame) {
        var text = promise.text();
        var parties = text.parties().stream()
                .map(party -> party + " " + frame.party(party.value()))
                .collect(Collectors.joining(" "));
        var title = frame.in(Directory.words(text.title()));
        var words = promise.code() + " " + title + " " + frame.in(Directory.words(text.deliverable())) + " " + parties;
        return JsonMapper.shared()
                .createObjectNode()
                .put("code", promise.code())
                .put("title", title)
                .put("words", plain(words))
                .toString();
    }

    /** Without accents and capitals, as readers type; the script does the same to what they type. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
