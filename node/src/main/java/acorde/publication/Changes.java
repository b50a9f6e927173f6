package acorde.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an edition says otherwise than the one before (CO-7). */
public final class Changes {
    /** Characters of what was said that are told again; the whole of it stands in both editions. */
    private static final int TOLD = 500;

    /** Changes an edition tells one by one: more than people read, and few enough to be listed. */
    public static final int MOST = 10_000;

    private static final List<String> LISTS = List.of("areas", "initiatives", "meetings", "events", "sources");

    private Changes() {}

    /**
     * One change.
     *
     * @param of what it is about, such as {@code initiatives/A1-05}; or {@code figures}, {@code terms}, {@code instrument}, {@code title}
     * @param field what in it, such as {@code text.due}; empty for the whole, which is new or gone
     * @param before what the edition before said; empty if nothing
     * @param after what this one says; empty if nothing
     */
    public record Change(String of, String field, String before, String after) {}

    /** Everything in two accounts that differs, in the order of what it is about. */
    public static List<Change> between(JsonNode before, JsonNode after) {
        var changes = new ArrayList<Change>();
        for (var member : new String[] {"title", "figures", "terms", "instrument"})
            compare(member, before.path(member), after.path(member), changes);
        for (var list : LISTS) {
            var were = byCode(before.path(list));
            var are = byCode(after.path(list));
            var codes = new TreeSet<>(were.keySet());
            codes.addAll(are.keySet());
            for (var code : codes) {
                var of = list + "/" + code;
                if (!were.containsKey(code)) changes.add(new Change(of, "", "", title(are.get(code))));
                else if (!are.containsKey(code)) changes.add(new Change(of, "", title(were.get(code)), ""));
                else compare(of, were.get(code), are.get(code), changes);
            }
        }
        return changes;
    }

    private static Map<String, JsonNode> byCode(JsonNode list) {
        var byCode = new TreeMap<String, JsonNode>();
        for (var each : list) byCode.put(each.path("code").asString(), each);
        return byCode;
    }

    private static String title(@Nullable JsonNode item) {
        if (item == null) return "";
        var text = item.has("text") ? item.path("text") : item;
        var title = text.path("title").path("es").asString("");
        return title.isEmpty()
                ? item.path("code").asString()
                : title + " / " + text.path("title").path("en").asString("");
    }

    private static void compare(String of, @Nullable JsonNode before, @Nullable JsonNode after, List<Change> changes) {
        var were = new TreeMap<String, String>();
        var are = new TreeMap<String, String>();
        leaves("", before, were);
        leaves("", after, are);
        var fields = new TreeSet<>(were.keySet());
        fields.addAll(are.keySet());
        for (var field : fields) {
            var was = were.getOrDefault(field, "");
            var is = are.getOrDefault(field, "");
            if (!was.equals(is)) changes.add(new Change(of, field, told(was), told(is)));
        }
    }

    private static String told(String text) {
        return text.length() <= TOLD ? text : text.substring(0, text.offsetByCodePoints(0, TOLD / 2)) + "…";
    }

    private static void leaves(String path, @Nullable JsonNode node, Map<String, String> leaves) {
        if (node == null || node.isNull() || node.isMissingNode()) return;
        if (node.isObject())
            for (var member : node.properties())
                leaves(path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), leaves);
        else if (node.isArray())
            for (var i = 0; i < node.size(); i++) leaves(path + "[" + name(node.get(i), i) + "]", node.get(i), leaves);
        else leaves.put(path, node.asString());
    }

    /** What names an element, so that one more does not shift all behind it. */
    private static String name(JsonNode element, int index) {
        for (var member : new String[] {"act", "code", "party"})
            if (element.path(member).isString()) return element.path(member).stringValue();
        return element.isValueNode() ? element.asString() : Integer.toString(index + 1);
    }
}
