package acorde.web.desk;

import acorde.groups.Groups;
import acorde.groups.Owed;
import acorde.web.view.Frame;
import acorde.web.view.GroupDecision;

/**
 * What groups decided about an initiative, for its page. This node knows the sittings of the groups in which its party sits and no others,
 * and whoever is signed in reads those.
 */
public final class AboutInitiatives {
    private final Groups groups;
    private final Tables tables;

    AboutInitiatives(Groups groups, Tables tables) {
        this.groups = groups;
        this.tables = tables;
    }

    public GroupDecision.Some of(String initiative, Frame frame) {
        return new GroupDecision.Some(
                groups.about(initiative, GroupDecision.MOST).stream()
                        .map(each -> decision(each, frame))
                        .toList(),
                groups.countAbout(initiative));
    }

    private GroupDecision decision(Groups.Followed followed, Frame frame) {
        var decided = followed.decided();
        var group = decided.sitting().group();
        return new GroupDecision(
                decided.label(),
                tables.title(group),
                decided.sitting().act().toString(),
                decided.act().toString(),
                decided.state().name(),
                decided.asked(),
                Directory.words(decided.text().text()),
                followed.actions().stream().map(owed -> action(owed, frame)).toList());
    }

    private static GroupDecision.Action action(Owed owed, Frame frame) {
        return new GroupDecision.Action(
                owed.id().number(),
                owed.action().owner().value(),
                Directory.words(owed.action().what()),
                owed.action().due(),
                owed.light(frame.formats().today()).word());
    }
}
