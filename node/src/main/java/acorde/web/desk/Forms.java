package acorde.web.desk;

import acorde.compact.Remark;
import acorde.trustlog.Hash;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people type into forms, made plain. */
public final class Forms {
    private Forms() {}

    /** Line ends as the texts have them, and no control characters, which browsers let through and no reader sees. */
    public static String plain(String typed) {
        var text = typed.replace("\r\n", "\n").replace('\r', '\n');
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** The fields of a form, each with its values. */
    static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        return fields;
    }

    /** What was typed in the reader's language. */
    public static Remark remark(String text, Language language) {
        return language == Language.ES ? new Remark(text, null) : new Remark(null, text);
    }

    /** The version that a form names as the one its writer had before them; null if it names none that can be read. */
    static @Nullable Hash hash(String base) {
        try {
            return base.startsWith("sha256:") ? Hash.ofHex(base.substring(7)) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
