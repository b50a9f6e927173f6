package acorde.web.desk;

import acorde.finding.Filter;
import acorde.finding.Visits;
import acorde.web.view.Links;
import acorde.web.view.SearchView.Asked;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a reader asks for, between the address of the page and the index. */
final class Asking {
    /** Characters of one field that are taken on: a question past that is cut, and says so. */
    private static final int FIELD = 1_001;

    private Asking() {}

    /** @param field what stands in a field of the form; null if nothing does */
    static Asked read(Function<String, @Nullable String> field) {
        return new Asked(
                text(field, "q"),
                text(field, "kind"),
                text(field, "area"),
                text(field, "party"),
                text(field, "standing"),
                text(field, "from"),
                text(field, "to"),
                text(field, "since"));
    }

    private static String text(Function<String, @Nullable String> field, String name) {
        var typed = field.apply(name);
        if (typed == null) return "";
        var plain = Forms.plain(typed);
        return plain.substring(0, Math.min(plain.length(), FIELD));
    }

    /** Reads what {@link #query} wrote; of anything else what can be read of it. */
    static Asked parse(String query) {
        try {
            var fields = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
            return read(name -> {
                var value = fields.getFirst(name);
                return value == null
                        ? null
                        : java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
            });
        } catch (IllegalArgumentException _) {
            return Asked.NOTHING; // a sign that stands for none
        }
    }

    static String query(Asked asked) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", asked.q());
        fields.put("kind", asked.kind());
        fields.put("area", asked.area());
        fields.put("party", asked.party());
        fields.put("standing", asked.standing());
        fields.put("from", asked.from());
        fields.put("to", asked.to());
        fields.put("since", asked.since());
        return Links.fields(fields);
    }

    static String link(Asked asked) {
        var query = query(asked);
        return query.isEmpty() ? Links.SEARCH : Links.SEARCH + "?" + query;
    }

    static String next(Asked asked, String after) {
        var link = link(asked);
        return link + (link.contains("?") ? "&" : "?") + Links.fields(Map.of("after", after));
    }

    /** @param before the end of the reader's last visit */
    static Filter filter(Asked asked, Visits.@Nullable Mark before) {
        return new Filter(
                word(asked.kind()),
                word(asked.area()),
                word(asked.party()),
                word(asked.standing()),
                day(asked.from()),
                day(asked.to()),
                asked.since().isEmpty() ? null : before);
    }

    private static @Nullable String word(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A day that is none narrows nothing. */
    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
