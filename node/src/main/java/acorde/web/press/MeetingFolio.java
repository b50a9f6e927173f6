package acorde.web.press;

import acorde.publication.Account;
import acorde.web.desk.Directory;
import acorde.web.desk.Reports;
import acorde.web.view.Frame;
import java.util.Comparator;

/** Puts the meetings into words. */
final class MeetingFolio {
    private MeetingFolio() {}

    static MeetingsView view(Leaf leaf, Account account, Frame frame) {
        var directory = new Directory(account.founding());
        var reports = new Reports(account.matters().sources(), frame);
        return new MeetingsView(
                leaf,
                account.matters().meetings().entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getValue().date()))
                        .map(entry -> new MeetingsView.MeetingLine(
                                entry.getKey(),
                                entry.getValue().date().toString(),
                                frame.in(Directory.words(entry.getValue().place())),
                                directory.inOrder(entry.getValue().parties()),
                                frame.in(Directory.words(entry.getValue().outcome())),
                                entry.getValue().verify(),
                                reports.cite(entry.getValue().sources())))
                        .toList());
    }
}
