package acorde.web;

import acorde.offices.Token;
import acorde.web.hooks.HooksView;
import acorde.web.view.Frame;
import acorde.webhooks.Hook;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of notices to systems in each of its states, with an address as long as there is. */
final class SampleHooks {
    private static final String HOST = "siem.ministerio-de-seguridad.example:8443";
    private static final HooksView.Program PROGRAM =
            new HooksView.Program("0123456789abcdef", "Análisis nocturno", "Nadia Alvarenga Paz, analysis-a2");
    private static final HooksView.Typed NOTHING = new HooksView.Typed("", "");

    private SampleHooks() {}

    private static HooksView.Line line(HooksView.State state, String fault, @Nullable Instant silent) {
        var hook = new Hook(
                new Hook.Id("0123456789abcdef"),
                new Token.Id(PROGRAM.id()),
                URI.create("https://" + HOST + "/" + "avisos".repeat(30)),
                Samples.NOW,
                7,
                3,
                Samples.NOW,
                state == HooksView.State.NEW ? null : LocalDate.parse("2026-11-20"),
                fault,
                silent);
        return new HooksView.Line(
                hook, state == HooksView.State.ENDED ? Optional.empty() : Optional.of(PROGRAM), state);
    }

    private static List<HooksView.Line> lines() {
        return List.of(
                line(HooksView.State.NEW, "", null),
                line(HooksView.State.WORKS, "", null),
                line(HooksView.State.FAILING, "302", null),
                line(HooksView.State.SILENT, "NO_ADDRESS", Samples.NOW),
                line(HooksView.State.ENDED, "", null));
    }

    static Object none(Frame p) {
        return new HooksView(List.of(), List.of(), List.of(), "", "", NOTHING);
    }

    static Object made(Frame p) {
        var secret = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".repeat(2).substring(0, 44);
        return new HooksView(List.of(HOST), List.of(PROGRAM), lines(), secret, "", NOTHING);
    }

    static Object declined(Frame p) {
        var typed = new HooksView.Typed(PROGRAM.id(), "https://other.example/");
        return new HooksView(List.of(HOST), List.of(PROGRAM), lines(), "", "webhooks.rule.NOT_ALLOWED", typed);
    }
}
