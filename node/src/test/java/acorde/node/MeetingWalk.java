package acorde.node;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A meeting of a group as who calls it and who presides play it at the pages, in Spanish: called, a quorum lost and had again, a decision,
 * minutes. The officers of the other two parties are programs.
 */
final class MeetingWalk {
    private static final Pattern SITTING = Pattern.compile("/sittings/HN/[0-9]+$");

    private final String group;
    private final Seat honduras;
    private final Seat chair;
    private final Coordinators four;
    private String meeting = "";

    /** @param chair the seat of Guatemala, which presides */
    MeetingWalk(String group, Seat honduras, Seat chair, Coordinators four) { // who sits where
        this.group = "/groups/" + group;
        this.honduras = honduras;
        this.chair = chair;
        this.four = four;
    }

    /** From the call to the approved minutes. */
    void play() throws IOException, InterruptedException {
        call();
        setAgenda();
        meet();
        approveMinutes();
    }

    private void call() {
        honduras.at("/groups").go("a[href='" + group + "']", Pattern.compile(group + "$"));
        open(honduras, "form[action='" + group + "/calls']");
        honduras.fill("place", "Sala del EJERCICIO");
        send(honduras, "#call form button[value=review]");
        honduras.look().tick("read").go("button[value=sign]", SITTING);
        meeting = honduras.path();
        honduras.reads("#status", "convocada");
    }

    private void setAgenda() {
        open(honduras, "form[action$='/points']");
        honduras.fill("titleEs", "La medida. EJERCICIO").fill("titleEn", "The measure. EXERCISE");
        send(honduras, "#add-point form button[value=review]");
        sign(honduras);
        chair.awaitAt(meeting + "/agenda", "La medida. EJERCICIO").look();
        chair.see("input[name^=place-]").fill("1");
        send(chair, "form[action$='/agenda'] button[value=review]");
        sign(chair);
        chair.reads("ol.agenda", "La medida. EJERCICIO");
        chair.at(meeting).reads("#agenda ol", "La medida. EJERCICIO");
    }

    private void meet() throws IOException, InterruptedException {
        send(chair, "#opening button");
        sign(chair);
        for (var party : List.of("GT", "HN", "US")) note(party, "arrive");
        chair.reads("#room", "quórum desde");
        note("US", "leave");
        chair.reads("#room", "No hay quórum");
        reviewDecision();
        Seat.expect(honduras.look().see("#lacking")).isVisible();
        Seat.expect(honduras.see("button[value=sign]")).hasCount(0);
        note("SV", "arrive");
        chair.reads("#room", "quórum desde");
        honduras.awaitAt(meeting, "Hay quórum").look();
        reviewDecision();
        sign(honduras);
        assent(chair.awaitAt(meeting, "Se adopta la medida. EJERCICIO"));
        var decision = await("SV", "decisions");
        assent("SV", decision.path("id").asString(), decision.path("text"));
        chair.awaitAt(meeting, "tomada").look();
    }

    /** The only one of its sort that a party's node has of the meeting. */
    private JsonNode await(String party, String sort) throws IOException, InterruptedException {
        var path = meeting.replace("/sittings/", "/meetings/");
        four.await(
                party + " has " + sort, () -> four.get(party, path).path(sort).size() == 1);
        return four.get(party, path).path(sort).get(0);
    }

    private void assent(String party, String to, JsonNode text) throws IOException, InterruptedException {
        var word = Coordinators.object().put("to", to);
        word.set("text", text);
        word.putNull("reservation");
        four.say(party, meeting.substring("/sittings/".length()), "groups.assented", word);
    }

    private void note(String party, String step) {
        send(chair, "form:has([name=of][value=" + party + "]) button[value=" + step + "]");
        chair.tick("read");
        send(chair, "button[value=sign]");
    }

    private void reviewDecision() {
        open(honduras.at(meeting), "form[action$='/decisions']");
        honduras.fill("textEs", "Se adopta la medida. EJERCICIO.").fill("textEn", "The measure is adopted. EXERCISE.");
        send(honduras, "#put form button[value=review]");
    }

    /** Minutes are answered where they stand, a decision on a page that shows all of it. */
    private static void assent(Seat officer) {
        var whole = "a[href*='/words?to=']";
        if (officer.see(whole).count() > 0)
            officer.go(whole, Pattern.compile("/words\\?to=")).look();
        officer.choose("choice", "assent").tick("read");
        send(officer, "form[action$='/words'] button[type=submit]");
    }

    /** Signs what is shown, once it was read. */
    private static void sign(Seat officer) {
        officer.look().tick("read");
        send(officer, "button[value=sign]");
    }

    private void approveMinutes() throws IOException, InterruptedException {
        send(chair, "#closing button");
        sign(chair);
        chair.at(meeting + "/minutes").look();
        open(chair, "form[action$='/minutes']");
        send(chair, "form[action$='/minutes'] button[value=review]");
        sign(chair);
        approve("US"); // before the others: whoever stayed for less than a second need not, and what was decided is
        // decided
        assent(honduras.awaitAt(meeting + "/minutes", "Se adopta la medida"));
        approve("SV");
        chair.awaitAt(meeting + "/minutes", "aprobada").look();
    }

    private void approve(String party) throws IOException, InterruptedException {
        var minutes = await(party, "minutesVersions");
        assent(party, minutes.path("act").asString(), minutes.path("text"));
    }

    /** Unfolds what holds a form; it is open already where something was written before. */
    private static void open(Seat officer, String form) {
        var closed = officer.see("details:not([open]):has(" + form + ") > summary");
        if (closed.count() > 0) closed.first().click();
    }

    /** Sends a form that leads to the same address, and waits for that to be loaded anew. */
    @SuppressWarnings("deprecation") // nothing else tells one load of an address from the next
    private static void send(Seat officer, String button) {
        officer.page.waitForNavigation(() -> officer.see(button).first().click());
    }
}
