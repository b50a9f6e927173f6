package acorde.web.desk;

import acorde.compact.Claim;
import acorde.compact.Initiative;
import acorde.compact.PartialDate;
import acorde.compact.Source;
import acorde.web.view.CompactView;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.InitiativeView;
import acorde.web.view.InitiativeView.Told;
import acorde.web.view.InitiativeView.Told.Matter;
import acorde.web.words.Bilingual;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What sources report, in a reader's words. */
public final class Reports {
    private final Map<String, Source> sources;
    private final Frame frame;

    /** @param sources by their codes */
    public Reports(Map<String, Source> sources, Frame frame) {
        this.sources = sources;
        this.frame = frame;
    }

    /** Sources as pages cite them; one that there is none of is cited by its code alone. */
    public List<InitiativeView.Source> cite(Collection<String> codes) {
        return codes.stream().map(code -> Texts.cited(code, sources.get(code))).toList();
    }

    public List<CompactView.Claim> claims(List<Claim> claims) {
        return claims.stream()
                .map(claim -> {
                    var note = claim.note();
                    return new CompactView.Claim(
                            frame.say(
                                    "claim." + claim.about(),
                                    frame.formats().partial(claim.date().toString())),
                            Texts.evidence(claim.evidence()),
                            note == null ? "" : frame.in(Directory.words(note)),
                            cite(claim.sources()));
                })
                .toList();
    }

    /** Restrictions and safeguards. */
    public List<String> guards(Initiative text) {
        var guards = new ArrayList<String>();
        if (text.restrictions() != null) guards.add(frame.in(Directory.words(text.restrictions())));
        if (text.safeguards() != null) guards.add(frame.in(Directory.words(text.safeguards())));
        return guards;
    }

    /** What became of it, with the dates they give. */
    public List<InitiativeView.Past> past(Initiative text) {
        var reported = text.reported();
        var cited = cite(reported.sources());
        var past = new ArrayList<InitiativeView.Past>();
        for (var each : new Dated[] {
            new Dated(reported.started(), "past.started"),
            new Dated(reported.signed(), "past.signed"),
            new Dated(reported.amended(), "past.amended")
        })
            if (each.date() != null)
                past.add(new InitiativeView.Past(each.date().toString(), frame.say(each.key()), cited));
        var status = reported.status();
        if (status != null)
            past.add(new InitiativeView.Past(
                    status.asOf().toString(),
                    frame.say(
                            "past.status",
                            frame.of(
                                    InitiativeLine.Status.valueOf(status.value().name()))),
                    cited));
        past.sort(Comparator.comparing(InitiativeView.Past::date));
        return past;
    }

    private record Dated(@Nullable PartialDate date, String key) {}

    /** What sources tell beside the promise: numbers, a measure of ours, results, breaches, remarks. */
    public InitiativeView.Reported reported(Initiative initiative) {
        var numbers = new ArrayList<InitiativeView.Number>();
        for (var each : initiative.promised())
            numbers.add(new InitiativeView.Number(
                    each.by().value(),
                    true,
                    each.number(),
                    Directory.words(each.unit()),
                    frame.in(Directory.words(each.what()))));
        var reported = initiative.reported();
        for (var each : reported.figures())
            numbers.add(new InitiativeView.Number(
                    each.by().value(),
                    false,
                    each.number(),
                    new Bilingual("", ""),
                    frame.in(Directory.words(each.what()))));
        var told = new ArrayList<Told>();
        if (reported.resultClaimed() != null) told.add(told(Matter.RESULT, reported.resultClaimed()));
        var breach = reported.breachReported();
        if (breach != null)
            told.add(new Told(
                    Matter.BREACH,
                    frame.say(
                            "told.breach",
                            frame.in(Directory.words(breach.by())),
                            frame.formats().partial(breach.date().toString())),
                    Texts.cited(breach.source(), sources.get(breach.source()))));
        if (initiative.notes() != null) told.add(told(Matter.NOTE, initiative.notes()));
        return new InitiativeView.Reported(numbers, Texts.indicator(initiative.suggestion()), told);
    }

    private Told told(Matter matter, acorde.compact.Bilingual words) {
        return new Told(matter, frame.in(Directory.words(words)), null);
    }
}
