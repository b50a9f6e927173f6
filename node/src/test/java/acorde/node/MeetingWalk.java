package acorde.node;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A meeting of a group as four officers play it at the pages, in Spanish: called, a quorum lost and had again, a decision, minutes. Guatemala
 * presides.
 */
final class MeetingWalk {
    private static final Pattern SITTING = Pattern.compile("/sittings/HN/[0-9]+$");

    private final String group;
    private final Map<String, Seat> seats;
    private String meeting = "";

    MeetingWalk(String group, Map<String, Seat> seats) {
        this.group = "/groups/" + group;
        this.seats = seats;
    }

    private Seat seat(String party) {
        return Objects.requireNonNull(seats.get(party));
    }

    /** From the call to the approved minutes. */
    void play() {
        call();
        setAgenda();
        meet();
        approveMinutes();
    }

    private void call() {
        var honduras = seat("HN").at("/groups");
        honduras.go("a[href='" + group + "']", Pattern.compile(group + "$"));
        open(honduras, "form[action='" + group + "/calls']");
        honduras.fill("place", "Sala del EJERCICIO");
        send(honduras, "#call form button[value=review]");
        honduras.look().tick("read").go("button[value=sign]", SITTING);
        meeting = honduras.path();
        honduras.reads("#status", "convocada");
    }

    private void setAgenda() {
        var honduras = seat("HN");
        open(honduras, "form[action$='/points']");
        honduras.fill("titleEs", "La medida. EJERCICIO").fill("titleEn", "The measure. EXERCISE");
        send(honduras, "#add-point form button[value=review]");
        sign(honduras);
        var chair = seat("GT").awaitAt(meeting + "/agenda", "La medida. EJERCICIO");
        chair.look();
        chair.see("input[name^=place-]").fill("1");
        send(chair, "form[action$='/agenda'] button[value=review]");
        sign(chair);
        chair.reads("ol.agenda", "La medida. EJERCICIO");
        chair.at(meeting).reads("#agenda ol", "La medida. EJERCICIO");
    }

    private void meet() {
        var chair = seat("GT");
        send(chair, "#opening button");
        sign(chair);
        for (var party : List.of("GT", "HN", "US")) note(party, "arrive");
        chair.reads("#room", "quórum desde");
        note("US", "leave");
        chair.reads("#room", "No hay quórum");
        seat("HN").expectingRefusal();
        put();
        Seat.expect(seat("HN").see(".usa-alert[data-rule=NO_QUORUM]")).isVisible();
        note("SV", "arrive");
        chair.reads("#room", "quórum desde");
        seat("HN").awaitAt(meeting, "Hay quórum").look();
        put();
        for (var party : List.of("GT", "SV")) assent(seat(party).awaitAt(meeting, "Se adopta la medida. EJERCICIO"));
        chair.awaitAt(meeting, "tomada").look();
    }

    private void note(String party, String step) {
        send(seat("GT"), "form:has([name=of][value=" + party + "]) button[value=" + step + "]");
    }

    private void put() {
        var honduras = seat("HN").at(meeting);
        open(honduras, "form[action$='/decisions']");
        honduras.fill("textEs", "Se adopta la medida. EJERCICIO.").fill("textEn", "The measure is adopted. EXERCISE.");
        send(honduras, "#put form button[value=review]");
        sign(honduras);
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

    private void approveMinutes() {
        var chair = seat("GT");
        send(chair, "#closing button");
        sign(chair);
        chair.at(meeting + "/minutes").look();
        open(chair, "form[action$='/minutes']");
        send(chair, "form[action$='/minutes'] button[value=review]");
        sign(chair);
        for (var party : List.of("HN", "SV", "US"))
            assent(seat(party).awaitAt(meeting + "/minutes", "Se adopta la medida"));
        chair.awaitAt(meeting + "/minutes", "aprobada").look();
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
