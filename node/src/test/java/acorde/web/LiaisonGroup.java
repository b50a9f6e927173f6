package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Group;
import acorde.offices.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Guatemala and the United States, each with its node, in a group whose mandate both adopted; officers of both, signed
 * in.
 */
final class LiaisonGroup implements AutoCloseable {
    static final String GROUP = "/groups/GT-US-enlace";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("name=\"text\" value=\"(sha256:[0-9a-f]{64})\"");

    final TestDesk.One guatemala;
    final TestDesk.One states;
    Visitor gt;
    Visitor us;
    private final TestDesk desk;

    LiaisonGroup(Path folder, Group.Kind kind) {
        this(new TestDesk(folder), kind);
    }

    LiaisonGroup(TestDesk desk, Group.Kind kind) {
        this.desk = desk;
        guatemala = desk.start("GT");
        states = desk.start("US");
        states.follow();
        guatemala.follow();
        gt = guatemala.officer(Role.COORDINATOR);
        us = states.officer(Role.COORDINATOR);
        adopt("GT-US-enlace", kind);
    }

    /** Both adopt the mandate of a group. */
    void adopt(String code, Group.Kind kind) {
        var fields = new ArrayList<>(List.of("code", code, "base", "", "kind", kind.toString()));
        fields.addAll(List.of("titleEs", "Mesa de enlace", "titleEn", "Liaison group"));
        fields.addAll(List.of("mandateEs", "Enlazar", "mandateEn", "To liaise", "quorum", "2"));
        for (var party : List.of("GT", "US")) fields.addAll(List.of("titular-" + party, "coordination"));
        var review = page(gt, done(gt.post("/groups/mandate", fields.toArray(String[]::new))));
        assertTrue(review.contains("Enlazar") && review.contains("To liaise"), "both texts are reviewed");
        assertTrue(page(gt, "/groups/new").contains("value=\"Mesa de enlace\""), "what was written is kept");
        fields.addAll(List.of("step", "sign"));
        var unread = gt.post("/groups/mandate?lang=es", fields.toArray(String[]::new));
        assertEquals(422, unread.statusCode(), "it is not signed before it is read");
        fields.addAll(List.of("read", "yes"));
        var proposal = done(gt.post("/groups/mandate", fields.toArray(String[]::new)));
        assertEquals(proposal, done(gt.post("/groups/mandate", fields.toArray(String[]::new))), "twice is once");
        assertFalse(page(gt, "/groups/new").contains("Mesa de enlace"), "what is signed is not kept");
        states.until("the mandate is there", () -> us.get(proposal).statusCode() == 200);
        assertTrue(page(us, "/groups/" + code + "?lang=es").contains("propuesto"));
        assertTrue(page(us, proposal + "?lang=es").contains("Quórum: 2 de 2 partes."), "a mandate is read in words");
        done(us.post(proposal + "/answer", "text", text(us, proposal), "choice", "assent", "read", "yes"));
        guatemala.until("the mandate is in force", () -> says(gt, "/groups/" + code + "?lang=es", "en vigor"));
    }

    /** Guatemala calls a meeting of two hours at ten o'clock. @return its page */
    String call(String day) {
        return call(GROUP, day);
    }

    String call(String of, String day) {
        return signed(
                gt,
                of + "/calls",
                "day",
                day,
                "time",
                "10:00",
                "zone",
                "America/Guatemala",
                "minutes",
                "120",
                "link",
                "https://reunion.example/enlace");
    }

    static String page(Visitor who, String path) {
        var answer = who.get(path);
        assertEquals(200, answer.statusCode(), path + "\n" + answer.body());
        return answer.body();
    }

    static boolean says(Visitor who, String path, String what) {
        var answer = who.get(path);
        return answer.statusCode() == 200 && answer.body().contains(what);
    }

    /** @return the page that a form led to */
    static String done(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        return Visitor.location(answer).replaceAll("#.*", "");
    }

    /** Writes, sees all of it in its review, and signs. @return the page that led to */
    static String signed(Visitor who, String path, String... fields) {
        return done(sent(who, path, fields));
    }

    /** The same. @return what came of it */
    static HttpResponse<String> sent(Visitor who, String path, String... fields) {
        var written = done(who.post(path, fields));
        assertEquals(path + "/review", written);
        var review = page(who, written);
        for (var i = 0; i < fields.length; i += 2)
            if (fields[i].endsWith("Es") || fields[i].endsWith("En"))
                assertTrue(review.contains(fields[i + 1].lines().findFirst().orElseThrow()), fields[i]);
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("step", "sign", "read", "yes", "kept", "yes"));
        var seen = SEEN.matcher(review);
        if (seen.find()) all.addAll(List.of("seen", seen.group(1)));
        return who.post(path + "?lang=es", all.toArray(String[]::new));
    }

    /** The version of the text that a page asks to be assented to. */
    static String text(Visitor who, String path) {
        var match = TEXT.matcher(page(who, path));
        assertTrue(match.find(), path);
        return match.group(1);
    }

    @Override
    public void close() {
        desk.close();
    }
}
