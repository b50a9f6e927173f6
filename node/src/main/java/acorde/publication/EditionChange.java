package acorde.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that an edition says otherwise than the one before (CO-7).
 *
 * @param of what it is about, such as {@code initiatives/A1-05}; or {@code figures}, {@code terms}, {@code instrument}, {@code title}
 * @param field what in it, such as {@code text.due}; empty for the whole, which is new or gone
 * @param before what the edition before said; empty if nothing
 * @param after what this one says; empty if nothing
 */
public record EditionChange(String of, String field, String before, String after) {
    /** Characters of what was said that are told again; the whole of it stands in both editions. */
    private static final int TOLD = 500;

    /** Characters told before the first that differs, so that a reader finds the place. */
    private static final int LEAD = 50;

    /** Changes an edition tells one by one: more than people read, and few enough to be listed. */
    public static final int MOST = 10_000;

    private static final String LEFT_OUT = "…";
    private static final List<String> LISTS =
            List.of("areas", "indicators", "initiatives", "meetings", "events", "sources");

    /** Everything in two accounts that differs, in the order of what it is about. */
    public static List<EditionChange> between(JsonNode before, JsonNode after) {
        var changes = new ArrayList<EditionChange>();
        for (var member : new String[] {"title", "figures", "terms", "instrument"})
            compare(member, before.path(member), after.path(member), changes);
        for (var list : LISTS) {
            var were = byCode(before.path(list));
            var are = byCode(after.path(list));
            var codes = new TreeSet<>(were.keySet());
            codes.addAll(are.keySet());
            for (var code : codes) {
                var of = list + "/" + code;
                if (!were.containsKey(code)) changes.add(new EditionChange(of, "", "", told(title(are.get(code)), 0)));
                else if (!are.containsKey(code))
                    changes.add(new EditionChange(of, "", told(title(were.get(code)), 0), ""));
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
        var called = text.has("title") ? text.path("title") : text.path("name"); // of an indicator, its name
        var title = called.path("es").asString("");
        return title.isEmpty()
                ? item.path("code").asString()
                : title + " / " + called.path("en").asString("");
    }

    private static void compare(
            String of, @Nullable JsonNode before, @Nullable JsonNode after, List<EditionChange> changes) {
        var were = new TreeMap<String, String>();
        var are = new TreeMap<String, String>();
        leaves("", before, were);
        leaves("", after, are);
        var fields = new TreeSet<>(were.keySet());
        fields.addAll(are.keySet());
        for (var field : fields) {
            var was = were.getOrDefault(field, "");
            var is = are.getOrDefault(field, "");
            if (was.equals(is)) continue;
            var from = was.length() <= TOLD && is.length() <= TOLD ? 0 : Math.max(0, alike(was, is) - LEAD);
            changes.add(new EditionChange(of, field, told(was, from), told(is, from)));
        }
    }

    /** How many characters two texts begin with alike. */
    private static int alike(String one, String other) {
        var least = Math.min(one.length(), other.length());
        var alike = 0;
        while (alike < least && one.charAt(alike) == other.charAt(alike)) alike++;
        return alike;
    }

    /** Of a long text the place that differs, whatever stands before it. */
    private static String told(String text, int from) {
        var begin = whole(text, Math.min(from, text.length()));
        var end = whole(text, Math.min(text.length(), begin + TOLD));
        return (begin > 0 ? LEFT_OUT : "") + text.substring(begin, end) + (end < text.length() ? LEFT_OUT : "");
    }

    /** Not within a character that takes two. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static void leaves(String path, @Nullable JsonNode node, Map<String, String> leaves) {
        if (node == null || node.isNull() || node.isMissingNode()) return;
        if (node.isObject())
            for (var member : node.properties())
                leaves(path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), leaves);
        else if (node.isArray()) elements(path, node, leaves);
        else leaves.put(path, node.asString());
    }

    /** Each by what names it, so that one more does not shift all behind it; two of one name are told apart. */
    private static void elements(String path, JsonNode list, Map<String, String> leaves) {
        var times = new HashMap<String, Integer>();
        for (var i = 0; i < list.size(); i++) {
            var name = name(list.get(i), i);
            var time = times.merge(name, 1, Integer::sum);
            leaves(path + "[" + name + (time == 1 ? "" : " #" + time) + "]", list.get(i), leaves);
        }
    }

    private static String name(JsonNode element, int index) {
        for (var member : new String[] {"code", "party", "act"})
            if (element.path(member).isString()) return element.path(member).stringValue();
        return element.isValueNode() ? element.asString() : Integer.toString(index + 1);
    }
}
