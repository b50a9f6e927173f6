package acorde.web.desk;

import acorde.acts.Acts;
import acorde.finding.Finding;
import acorde.monitoring.Account;
import acorde.monitoring.Viewer;
import acorde.monitoring.Watched;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import acorde.web.view.AccountLine;
import acorde.web.view.Frame;
import java.util.List;

/** What whoever takes up an office has to know of what its party owes: accounts, disputes, lights, and what awaits the office. */
public final class OfficePack {
    private final Acts acts;
    private final Ledgers ledgers;
    private final Finding finding;
    private final Directory directory;

    OfficePack(Acts acts, Ledgers ledgers, Finding finding, Directory directory) {
        this.acts = acts;
        this.ledgers = ledgers;
        this.finding = finding;
        this.directory = directory;
    }

    /** @param area that the office follows; empty for all */
    public AccountLine.Pack of(Officer officer, String area, Frame frame) {
        var self = acts.self();
        var ledger = ledgers.read();
        var owed = ledger.watched(new Viewer.Of(self), frame.formats().now()).values().stream()
                .filter(each -> each.agreed().obliged().contains(self))
                .filter(each -> area.isEmpty() || each.agreed().area().equals(area))
                .toList();
        var today = frame.formats().today();
        var work = finding.work(officer, today);
        return new AccountLine.Pack(
                owed.stream()
                        .limit(AccountLine.MOST)
                        .flatMap(each ->
                                ledger.initiative(each.agreed().code()).map(known -> line(known, each, frame)).stream())
                        .toList(),
                owed.size(),
                work.stream()
                        .limit(AccountLine.MOST)
                        .map(task -> Findings.line(task, frame, today))
                        .toList(),
                work.size());
    }

    private AccountLine line(Ledger.Known known, Watched watched, Frame frame) {
        var account = watched.facts().accounts().get(acts.self());
        var text = known.initiative();
        return new AccountLine(
                known.key().code(),
                frame.in(Directory.words(text.title())),
                account == null ? null : account.latest().state(),
                account == null ? null : account.latest().spoken().at(),
                account == null ? List.of() : directory.inOrder(disputing(account)),
                LightWords.of(watched.light(), text.reported(), frame));
    }

    private static List<PartyCode> disputing(Account account) {
        return account.words().keySet().stream()
                .filter(party -> account.view(party) == Account.View.DISPUTES)
                .toList();
    }
}
