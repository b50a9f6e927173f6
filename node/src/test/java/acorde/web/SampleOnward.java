package acorde.web;

import static acorde.web.Samples.at;

import acorde.exchange.Release.How;
import acorde.web.exchange.ItemView;
import acorde.web.exchange.LeaveView;
import acorde.web.exchange.MailboxView;
import acorde.web.exchange.OnwardView;
import acorde.web.exchange.ReportReview.Because;
import acorde.web.exchange.ReportReview.Verdict;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sample views of giving on: Honduras has a report of El Salvador's, and one of its own that Guatemala would give on. */
final class SampleOnward {
    private static final String TITLE = "EJERCICIO: partidas de nacimiento con un mismo sello falso";
    private static final String AREA = "A2, Organizaciones criminales";

    private SampleOnward() {}

    private static OnwardView.Wished wish(String act, String to, String symbol, String stands) { // how it stands
        return new OnwardView.Wished(
                act,
                act.substring(0, 2),
                to,
                AREA,
                "COMPETENCE",
                at("2026-11-20T09:30"),
                symbol,
                stands,
                symbol.equals("s-blocked") && act.startsWith("GT") ? "NOT_NEEDED" : "",
                symbol.equals("s-ok") || symbol.equals("s-late"));
    }

    private static OnwardView.Wished late() {
        return wish("GT/44", "US", "s-late", "Sin respuesta, y el plazo venció el 22 nov, 9:30. No hay permiso.");
    }

    static List<MailboxView.Wish> asked() {
        return List.of(new MailboxView.Wish(late(), TITLE, "es"));
    }

    static ItemView.Onward ofOwn() {
        return new ItemView.Onward("/exchange/HN/410/onward?purpose=A2", List.of(), 1);
    }

    static ItemView.Onward ofCopy() {
        return new ItemView.Onward("/exchange/SV/97/onward?purpose=A2", leaves(), 0);
    }

    private static List<OnwardView.ByLeave> leaves() {
        return List.of(new OnwardView.ByLeave("GT", "SV/96", at("2026-11-22T09:30"), AREA));
    }

    static Object tree(Frame p) {
        return new OnwardView(
                "HN/410",
                "/exchange/HN/410/onward?purpose=A2",
                TITLE,
                "es",
                "HN",
                AREA,
                true,
                List.of(
                        new OnwardView.Holder("GT", 0, "", "", "", true),
                        new OnwardView.Holder("US", 1, "GT", "HN/415", AREA, true),
                        new OnwardView.Holder("SV", 0, "", "", "", false)),
                List.of(),
                List.of(
                        late(),
                        wish("GT/41", "CR", "s-done", "Se dio permiso el 21 nov, 9:30."),
                        wish("GT/40", "SV", "s-blocked", "Se negó el permiso el 20 nov, 9:30.")),
                List.of(),
                "",
                "",
                null,
                List.of(),
                false,
                null);
    }

    private static Object ofSalvador(
            List<Flaw> flaws, boolean review, OnwardView.@Nullable Wished back, @Nullable Refusal refusal) {
        var reason = new Bilingual("H2: nadie la reenvía sin permiso.", "H2: nobody gives it on without leave.");
        return new OnwardView(
                "SV/97",
                "/exchange/SV/97/onward?purpose=A2",
                TITLE,
                "es",
                "SV",
                AREA,
                false,
                List.of(),
                leaves(),
                List.of(
                        wish("HN/420", "US", "s-ok", "Sin respuesta; se responde a más tardar el 27 nov, 9:30."),
                        wish("HN/418", "CR", "s-blocked", "Se negó el permiso el 20 nov, 9:30.")),
                List.of(
                        new OnwardView.Course("GT", "BY_LEAVE", "", List.of(new Because("EV-4B", reason, List.of()))),
                        new OnwardView.Course(
                                "US",
                                "BY_RULE",
                                "Ya se dio permiso, el 21 nov, 9:30. No hace falta pedirlo otra vez, salvo que después se haya"
                                        + " retirado esa copia.",
                                List.of(new Because("P-2", reason, List.of()))),
                        new OnwardView.Course("CR", "NEVER", "", List.of(new Because("AR-1", reason, List.of())))),
                "GT",
                flaws.isEmpty() ? "DANGER" : "",
                back,
                flaws,
                review,
                refusal);
    }

    static Object asking(Frame p) {
        var flaws = List.of(new Flaw("reason", Flaw.Why.OPTION_MISSING));
        return ofSalvador(
                flaws, false, null, new Refusal("ASKED_ALREADY", "HN", Refusal.Stage.BEFORE_SIGNING, List.of()));
    }

    static Object toSign(Frame p) {
        return ofSalvador(List.of(), true, null, null);
    }

    static Object toTakeBack(Frame p) {
        var back = wish("HN/420", "US", "s-ok", "Sin respuesta; se responde a más tardar el 27 nov, 9:30.");
        return ofSalvador(List.of(new Flaw("read", Flaw.Why.NOT_READ)), true, back, null);
    }

    private static Object leave(How how, String answer, List<Flaw> flaws, boolean review) { // how it stands
        var because = List.of(
                new Because("P-2", new Bilingual("Se dirigió a esta parte.", "It was addressed to it."), List.of()));
        return new LeaveView(
                late(),
                "HN/410",
                TITLE,
                "es",
                new Verdict(
                        "US",
                        how,
                        how == How.PART ? List.of("SOURCE") : List.of(),
                        because,
                        how != How.NONE,
                        false,
                        List.of()),
                how == How.WHOLE,
                answer,
                answer.equals("REFUSED") ? "NOT_NEEDED" : "",
                "0".repeat(64),
                flaws,
                review,
                null);
    }

    static Object answering(Frame p) {
        return leave(How.PART, "", List.of(new Flaw("leave", Flaw.Why.OPTION_MISSING)), false);
    }

    static Object granting(Frame p) {
        return leave(How.WHOLE, "GRANTED", List.of(), true);
    }

    static Object refusing(Frame p) {
        return leave(How.NONE, "REFUSED", List.of(), true);
    }

    static Object hidden(Frame p) {
        return leave(How.NONE, "REFUSED", List.of(new Flaw("denial", Flaw.Why.OPTION_MISSING)), false);
    }
}
