package acorde.web.groups;

import acorde.compact.Remark;
import acorde.groups.Action;
import acorde.groups.Groups;
import acorde.groups.Owed;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.offices.Officer;
import acorde.web.Screen;
import acorde.web.view.Links;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a party reports on an action it owes, and what the others say to that. */
final class ActionForms {
    private final Groups groups;
    private final Drawing drawing;
    private final SittingPages pages;

    ActionForms(Groups groups, Drawing drawing, SittingPages pages) {
        this.groups = groups;
        this.drawing = drawing;
        this.pages = pages;
    }

    Signing.Form report(HttpServletRequest request, Officer officer, Proceedings in) {
        var language = Screen.language(request);
        return form(
                request,
                officer,
                in,
                new Step(
                        "reports",
                        SigningView.Matter.REPORT,
                        typed -> {
                            var action = typed.part("action");
                            var owed = find(in, each -> each.id().equals(action));
                            return told(owed, progress(typed), typed.remark("words", language));
                        },
                        typed -> new Saying.Reported(
                                in.sitting().act(),
                                typed.part("action"),
                                progress(typed),
                                typed.remark("words", language))));
    }

    Signing.Form check(HttpServletRequest request, Officer officer, Proceedings in) {
        var language = Screen.language(request);
        return form(
                request,
                officer,
                in,
                new Step(
                        "checks",
                        SigningView.Matter.CHECK,
                        typed -> {
                            var act = typed.act("report");
                            var owed = find(
                                    in,
                                    each -> each.report() != null
                                            && each.report().act().equals(act));
                            var report = Objects.requireNonNull(owed.report()).saying();
                            var key = confirms(typed) ? "signing.confirms" : "signing.disputes";
                            return Shown.under(
                                    told(owed, report.progress(), report.note()), key, reason(typed, language));
                        },
                        typed -> new Saying.Checked(
                                in.sitting().act(), typed.act("report"), confirms(typed), reason(typed, language))));
    }

    /** @param what the last word of the address it is sent to */
    private record Step(
            String what,
            SigningView.Matter matter,
            Function<Typing, Bilingual> told,
            Function<Typing, Saying.Within> says) {} // a form of actions

    private Signing.Form form(HttpServletRequest request, Officer officer, Proceedings in, Step step) {
        var id = in.sitting().act();
        var page = Links.sitting(id.toString());
        return new Signing.Form(
                page + "/" + step.what(),
                page + "#actions",
                sent -> pages.page(request, officer, Optional.of(id), sent),
                typed -> drawing.signing(step.matter(), in, step.told().apply(typed)),
                typed -> groups.say(officer, step.says().apply(typed)),
                _ -> page + "#actions");
    }

    private static Owed find(Proceedings in, Predicate<Owed> which) {
        return Owed.all(in).stream().filter(which).findFirst().orElseThrow(Typing::old);
    }

    private static Bilingual told(Owed owed, Action.Progress progress, @Nullable Remark note) {
        var label = owed.decision().label() + "." + owed.id().number();
        var what = Shown.both(
                language -> label + " " + Shown.words(owed.action().what()).in(language) + "\n"
                        + Words.in(language).say("actions.progress") + ": "
                        + Words.in(language).say("actions.progress." + progress) + ".");
        return note == null ? what : Shown.under(what, "actions.words", note);
    }

    private static Action.Progress progress(Typing typed) {
        try {
            return Action.Progress.valueOf(typed.text("progress").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new Typing.Unreadable("progress", "typed.progress");
        }
    }

    private static boolean confirms(Typing typed) {
        return typed.text("answer").equals("confirmed");
    }

    private static @Nullable Remark reason(Typing typed, Language language) {
        return confirms(typed) ? typed.remark("reason", language) : typed.reason("reason", language);
    }
}
