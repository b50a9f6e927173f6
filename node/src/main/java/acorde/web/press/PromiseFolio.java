package acorde.web.press;

import acorde.compact.Word;
import acorde.publication.Account;
import acorde.publication.Promise;
import acorde.publication.Talk;
import acorde.publication.Utterance;
import acorde.trust.PartyCode;
import acorde.web.desk.Directory;
import acorde.web.desk.InitiativeLines;
import acorde.web.desk.PublicAccounts;
import acorde.web.desk.Reports;
import acorde.web.desk.Texts;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts one promise into words. */
final class PromiseFolio {
    private final Account account;
    private final Directory directory;
    private final Frame frame;
    private final InitiativeLines lines;
    private final Reports reports;

    PromiseFolio(Account account, Frame frame, InitiativeLines lines) {
        this.account = account;
        this.directory = new Directory(account.founding());
        this.frame = frame;
        this.lines = lines;
        this.reports = new Reports(account.matters().sources(), frame);
    }

    PromiseView view(
            Leaf leaf, InitiativeLine line, Promise promise, List<ChangeLine> changes) { // all it is drawn from
        var text = promise.text();
        var area = account.matters().areas().get(text.area());
        return new PromiseView(
                leaf,
                line,
                PublicAccounts.of(account, promise, leaf.edition().date(), frame),
                area == null ? text.area() : frame.in(Directory.words(area.title())),
                Texts.initiative(text, directory),
                directory.inOrder(text.partners()),
                reports.reported(text),
                reports.claims(text.reported().claims()),
                reports.guards(text),
                reports.past(text),
                promise.talks().stream().map(this::talk).toList(),
                promise.said().more(),
                reports.cite(text.reported().sources()),
                changes,
                promise.version().map(hash -> "sha256:" + hash.hex()).orElse(""),
                promise.told().withheld(),
                promise.act() == null ? "" : promise.act().toString());
    }

    private PromiseView.TalkView talk(Talk talk) {
        var stood = talk.stood();
        var proposal = stood.proposal();
        return new PromiseView.TalkView(
                proposal.act().toString(),
                proposal.proposer().value(),
                proposal.at(),
                InitiativeLines.standing(stood.state()),
                PublicAccounts.quote(talk.proposed().remark(), frame),
                lines.chord(stood),
                proposal.required().stream().map(party -> word(talk, party)).toList());
    }

    private PromiseView.WordView word(Talk talk, PartyCode party) {
        var word = talk.stood().proposal().words().get(party);
        if (word == null) return new PromiseView.WordView(party.value(), PromiseView.Said.NOT_YET, null, "", "");
        var spoken = talk.words().get(party);
        var own = word.act().equals(talk.stood().proposal().act());
        return new PromiseView.WordView(
                party.value(),
                said(word, spoken, own),
                spoken == null ? null : spoken.at(),
                spoken == null || own ? "" : PublicAccounts.quote(spoken.remark(), frame),
                word.act().toString());
    }

    private static PromiseView.Said said(Word word, @Nullable Utterance spoken, boolean own) {
        if (own) return PromiseView.Said.PROPOSED;
        return switch (word) {
            case Word.Refusal _ -> PromiseView.Said.REFUSED;
            case Word.Assent _ ->
                spoken != null && spoken.remark() != null ? PromiseView.Said.RESERVED : PromiseView.Said.ASSENTED;
        };
    }
}
