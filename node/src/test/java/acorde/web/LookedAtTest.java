package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.web.Routes.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every page of the table of routes is looked at in a real browser for what keeps somebody from using it, or stands here with the
 * reason why there is nothing to look at.
 */
final class LookedAtTest {
    private static final String SITTING = "/sittings/{party}/{index}/";

    private static final Map<String, List<String>> NOT_LOOKED_AT = Map.of(
            "what pages are made of",
            List.of(
                    "/acorde.css",
                    "/acorde.js",
                    "/offline.js",
                    "/offline-worker.js",
                    "/sending.js",
                    "/paper.css",
                    "/favicon.svg",
                    "/vendor/**"),
            "a file to take away",
            List.of(
                    "/public/compact.csv",
                    "/public/compact.json",
                    "/public/log.tlog-proof",
                    "/compact.csv",
                    "/exports/{file}",
                    "/returns/template.csv",
                    "/returns/template.xlsx",
                    "/exchange/import/template.csv",
                    "/exchange/{party}/{index}/cap.xml",
                    "/exchange/{party}/{index}/files/{number}"),
            "paper, which PdfTest reads",
            List.of(
                    "/groups/{code}/handover/pdf",
                    SITTING + "agenda/pdf",
                    SITTING + "minutes/pdf",
                    "/documents/issued/{party}/{index}/pdf"),
            "for calendars",
            List.of("/groups/{code}/calendar.ics", "/calendars/{address}", SITTING + "meeting.ics"),
            "plain text or bytes, for programs and for who checks",
            List.of(
                    "/health",
                    "/log/checkpoint",
                    "/log/tile/**",
                    "/partners/{party}/fork",
                    "/acts/{party}/{index}/raw",
                    "/acts/{party}/{index}/proof"),
            "asked for by the script of a page that is looked at, and put into it",
            List.of(
                    "/news",
                    "/search/suggestions",
                    "/proposals/{party}/{index}/voices",
                    SITTING + "live",
                    "/files/parts/{key}"),
            "drawn by the template of what is signed in a sitting, which is looked at with a decision and with minutes",
            Stream.concat(
                            Stream.of(
                                    "/groups/{code}/calls/review",
                                    "/groups/{code}/circulars/review",
                                    SITTING + "draft"),
                            Stream.of(
                                            "agenda",
                                            "opening",
                                            "closing",
                                            "change",
                                            "cancellation",
                                            "remarks",
                                            "points",
                                            "presence",
                                            "reports",
                                            "checks")
                                    .map(what -> SITTING + what + "/review"))
                    .toList());

    @Test
    void everyPageIsLookedAtOrHasItsReason() {
        var pages = Routes.ALL.stream()
                .filter(row -> HttpMethod.GET.equals(row.method()) && !row.isApi())
                .toList();
        var looks = Stream.of(PagesLookTest.pages(), GroupStoryTest.PAGES.stream(), AccountPagesTest.SIGNED_IN.stream())
                .flatMap(paths -> paths)
                .map(path -> PathContainer.parsePath(path.replaceFirst("[?].*", "")))
                .flatMap(path -> pages.stream().filter(row -> fits(row, path)).limit(1))
                .map(Row::pattern)
                .collect(Collectors.toCollection(TreeSet::new));
        var reasons = NOT_LOOKED_AT.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var both = new TreeSet<>(looks);
        both.retainAll(reasons);
        assertEquals(Set.of(), both, "is looked at all the same");
        looks.addAll(reasons);
        assertEquals(
                pages.stream().map(Row::pattern).collect(Collectors.toCollection(TreeSet::new)),
                looks,
                "a page nobody looks at, or a reason for one there is not");
    }

    private static boolean fits(Row row, PathContainer path) {
        return PathPatternParser.defaultInstance.parse(row.pattern()).matches(path);
    }
}
