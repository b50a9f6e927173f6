package acorde.web.desk;

import acorde.compact.Claim;
import acorde.compact.Reported;
import acorde.monitoring.Agreed;
import acorde.monitoring.Light;
import acorde.monitoring.Light.Climb;
import acorde.monitoring.Light.Why;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.view.LightView;
import java.util.stream.Collectors;

/** Says in the reader's language why a light is what it is, and who is told next. */
final class LightWords {
    private LightWords() {}

    /** @param reported what sources say of it, from which no light is computed */
    static LightView of(Light light, Reported reported, Frame frame) {
        return new LightView(
                light.colour(),
                why(light.why(), frame),
                light.climbs().stream()
                        .map(climb -> climb(climb, light.why(), frame))
                        .collect(Collectors.joining(" ")),
                light.colour() == Light.Colour.DONE ? "" : reportedDone(reported, frame));
    }

    /** That a source says it is done, how good the source is, and that it counts for no light; empty if none says so. */
    static String reportedDone(Reported reported, Frame frame) {
        var status = reported.status();
        if (status == null || status.value() != Reported.Status.Value.REPORTED_DONE) return "";
        var graded = reported.evidence() == Claim.Evidence.OFFICIAL ? "source.official" : "source.press";
        return frame.say(
                reported.verify() ? "light.elsewhere.unverified" : "light.elsewhere",
                frame.say(graded),
                frame.formats().partial(status.asOf().toString()));
    }

    private static String why(Why why, Frame frame) {
        return switch (why) {
            case Why.Confirmed() -> frame.say("light.why.Confirmed");
            case Why.Overdue(var party, var step, var due) ->
                frame.say("light.why.Overdue", subject(party, frame), step(step, frame), frame.day(due));
            case Why.Silent(var party, var since) ->
                frame.say("light.why.Silent", within(party, frame), frame.day(since));
            case Why.Blocked(var party, var report) -> frame.say("light.why.Blocked", subject(party, frame), report);
            case Why.NoDate() -> frame.say("light.why.NoDate");
            case Why.Disputed(var by, var whose, var dispute) ->
                frame.say("light.why.Disputed", subject(by, frame), within(whose, frame), dispute);
            case Why.DueSoon(var party, var step, var due) ->
                frame.say("light.why.DueSoon", subject(party, frame), step(step, frame), frame.day(due));
            case Why.Unproven(var party, var step, var due) ->
                frame.say("light.why.Unproven", subject(party, frame), step(step, frame), frame.day(due));
            case Why.Old(var party, var since) -> frame.say("light.why.Old", within(party, frame), frame.day(since));
            case Why.NoEvidence(var party, var since) ->
                frame.say("light.why.NoEvidence", subject(party, frame), frame.day(since));
            case Why.Unconfirmed(var by, var whose) ->
                frame.say("light.why.Unconfirmed", within(by, frame), within(whose, frame));
            case Why.NothingAmiss(var next) ->
                next == null
                        ? frame.say("light.why.NothingLeft")
                        : frame.say("light.why.NothingAmiss", frame.day(next));
        };
    }

    /** Whose delay it is, where it stands, and when word goes up the next rung. */
    static String stands(Climb climb, Frame frame) {
        var party = frame.party(climb.party().value());
        var rung = frame.of(climb.rung());
        var next = climb.next();
        return next == null
                ? frame.say("home.climbs.last", party, rung)
                : frame.say("home.climbs.next", party, rung, frame.day(next));
    }

    /** Where a delay stands, and what it is, unless that is said already. */
    private static String climb(Climb climb, Why said, Frame frame) {
        var rung = frame.of(climb.rung());
        var next = climb.next();
        var ladder = next == null ? frame.say("rung.last", rung) : frame.say("rung.next", rung, frame.day(next));
        return climb.why().equals(said) ? ladder : why(climb.why(), frame) + " " + ladder;
    }

    private static String step(String code, Frame frame) {
        return code.equals(Agreed.WHOLE) ? frame.say("step.whole") : frame.say("step.one", code);
    }

    private static String subject(PartyCode party, Frame frame) {
        return frame.subject(party.value());
    }

    private static String within(PartyCode party, Frame frame) {
        return frame.within(party.value());
    }
}
