package acorde.web.api;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One page of a list. */
final class Listed {
    private Listed() {}

    /** Of a list of which no more is read. @param found from the cursor on, one more than is asked for if there is one */
    static <T> ObjectNode part(
            Query query,
            List<T> found,
            Function<T, String> name,
            Function<T, ObjectNode> json) { // a list, and how it is shown
        if (found.isEmpty() && !query.after().isEmpty()) throw Query.badCursor();
        var to = Math.min(found.size(), query.limit());
        var body = JsonMapper.shared().createObjectNode();
        var items = body.putArray("items");
        for (var one : found.subList(0, to)) items.add(json.apply(one));
        body.put("next", to < found.size() ? Query.cursor(name.apply(found.get(to - 1))) : null);
        return body;
    }

    /** Of one that is read whole. @param name what a cursor is made of */
    static <T> ObjectNode page(
            Query query,
            List<T> all,
            Function<T, String> name,
            Function<T, ObjectNode> json) { // a list, and how it is shown
        var after = query.after();
        var from = 0;
        if (!after.isEmpty()) {
            while (from < all.size() && !name.apply(all.get(from)).equals(after)) from++;
            if (from == all.size()) throw Query.badCursor();
            from++;
        }
        var to = Math.min(all.size(), from + query.limit());
        var body = JsonMapper.shared().createObjectNode();
        var items = body.putArray("items");
        for (var one : all.subList(from, to)) items.add(json.apply(one));
        body.put("next", to < all.size() ? Query.cursor(name.apply(all.get(to - 1))) : null);
        return body;
    }
}
