package acorde.web.taxii;

import acorde.postgres.Type;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks for after the question mark, read strictly.
 *
 * @param after behind which it begins, µs since 1970
 * @param next where the page before ended, closed; null for a first one
 * @param ids the only ones; empty for any; so of types, of versions and of versions of STIX
 */
record TaxiiQuery(
        long after,
        @Nullable String next,
        int limit,
        Set<String> ids,
        Set<String> types,
        Set<String> versions,
        Set<String> specs) { // what TAXII lets be asked for
    /** Objects of a page. */
    static final int MOST = 500;

    private static final int USUAL = 100;

    /** Values of one filter. */
    private static final int VALUES = 100;

    /** Characters of one of them, and of where a page begins. */
    private static final int LONGEST = 200;

    private static final List<String> KNOWN = List.of(
            "added_after", "next", "limit", "match[id]", "match[type]", "match[version]", "match[spec_version]");

    /** What stands for a version without naming one; there is one of each object. */
    private static final Set<String> ANY_VERSION = Set.of("all", "first", "last");

    /** @throws TaxiiFault if anything else is asked for, or one thing twice */
    static TaxiiQuery read(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            if (!KNOWN.contains(name))
                throw TaxiiFault.unreadable(words -> words.say("taxii.fault.unknown", String.join(", ", KNOWN)));
            if (values.length > 1 || !Type.holds(values[0]))
                throw TaxiiFault.unreadable(words -> words.say("taxii.fault.twice", name));
        });
        var after = request.getParameter("added_after");
        return new TaxiiQuery(
                after == null ? 0 : Taxii.micros(after),
                next(request.getParameter("next")),
                limit(request.getParameter("limit")),
                values(request, "match[id]"),
                values(request, "match[type]"),
                values(request, "match[version]"),
                values(request, "match[spec_version]"));
    }

    private static @Nullable String next(@Nullable String text) {
        if (text != null && text.length() > LONGEST) throw Bookmark.none();
        return text;
    }

    private static int limit(@Nullable String text) {
        if (text == null) return USUAL;
        var isNumber = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || Integer.parseInt(text) == 0)
            throw TaxiiFault.unreadable(words -> words.say("taxii.fault.limit", MOST));
        return Math.min(Integer.parseInt(text), MOST);
    }

    private static Set<String> values(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        if (text == null) return Set.of();
        var values = List.of(text.split(",", VALUES + 2));
        if (values.size() > VALUES || values.stream().anyMatch(one -> one.isBlank() || one.length() > LONGEST))
            throw TaxiiFault.unreadable(words -> words.say("taxii.fault.values", name, VALUES));
        return values.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    TaxiiQuery of(String id) {
        return new TaxiiQuery(after, next, limit, Set.of(id), types, versions, specs);
    }

    /** The same of all that is called so, whatever else was asked for. */
    TaxiiQuery unfiltered() {
        return new TaxiiQuery(0, null, 1, ids, Set.of(), Set.of(), Set.of());
    }

    /** All that a next page has to be asked for with as well; how many it has may change. */
    String rest() {
        var rest = new TreeMap<String, Object>();
        rest.put("after", after);
        rest.put("ids", new TreeSet<>(ids));
        rest.put("types", new TreeSet<>(types));
        rest.put("versions", new TreeSet<>(versions));
        rest.put("specs", new TreeSet<>(specs));
        return rest.toString();
    }

    boolean wants(String id, String type, String version) {
        return (ids.isEmpty() || ids.contains(id)) && wantsType(type) && wantsVersion(version);
    }

    boolean wantsReports() {
        return wantsType("report") && (ids.isEmpty() || !names().isEmpty());
    }

    private boolean wantsType(String type) {
        return (types.isEmpty() || types.contains(type)) && (specs.isEmpty() || specs.contains("2.1"));
    }

    boolean wantsVersion(String version) {
        return versions.isEmpty()
                || versions.contains(version)
                || versions.stream().anyMatch(ANY_VERSION::contains);
    }

    /** Of the reports among what is asked for by its name. */
    Set<UUID> names() {
        return ids.stream()
                .filter(id -> id.matches("report--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(id -> UUID.fromString(id.substring("report--".length())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
