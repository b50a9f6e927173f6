package acorde.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a browser would send of a form as it was drawn. */
final class TestForm {
    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern TEXT = Pattern.compile("<textarea ([^>]*)>([^<]*)</textarea>");
    private static final Pattern CHOICE = Pattern.compile("(?s)<select ([^>]*)>(.*?)</select>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\"[^>]* selected");

    private TestForm() {}

    /** @param mark an attribute of the form */
    static Map<String, String> fields(String page, String mark) {
        var from = page.indexOf(mark);
        assertTrue(from >= 0, page);
        var form = page.substring(from, page.indexOf("</form>", from));
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form).results().map(found -> found.group(1)).forEach(input -> {
            if (!input.contains("type=\"checkbox\"") || input.contains(" checked"))
                fields.put(of(input, "name"), of(input, "value"));
        });
        TEXT.matcher(form).results().forEach(found -> fields.put(of(found.group(1), "name"), plain(found.group(2))));
        CHOICE.matcher(form).results().forEach(found -> {
            var chosen = CHOSEN.matcher(found.group(2));
            fields.put(of(found.group(1), "name"), chosen.find() ? plain(chosen.group(1)) : "");
        });
        return fields;
    }

    private static String of(String attributes, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? plain(found.group(1)) : "";
    }

    private static String plain(String text) {
        return text.strip()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
