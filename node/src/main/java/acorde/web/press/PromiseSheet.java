package acorde.web.press;

import acorde.compact.Remark;
import acorde.compact.Word;
import acorde.monitoring.Report;
import acorde.publication.Account;
import acorde.publication.Promise;
import acorde.publication.Talk;
import acorde.publication.Utterance;
import acorde.trust.PartyCode;
import acorde.web.desk.Directory;
import acorde.web.desk.InitiativeLines;
import acorde.web.desk.Reports;
import acorde.web.desk.Texts;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.ProgressView;
import acorde.web.words.Language;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts one promise into words. */
final class PromiseSheet {
    private final Account account;
    private final Directory directory;
    private final Frame frame;
    private final InitiativeLines lines;
    private final Reports reports;

    PromiseSheet(Account account, Frame frame, InitiativeLines lines) {
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
                told(promise),
                observed(promise),
                area == null ? text.area() : frame.in(Directory.words(area.title())),
                Texts.initiative(text, directory),
                directory.inOrder(text.partners()),
                reports.reported(text),
                reports.claims(text.reported().claims()),
                reports.guards(text),
                reports.past(text),
                promise.talks().stream().map(this::talk).toList(),
                reports.cite(text.reported().sources()),
                changes,
                "sha256:" + promise.version().hex(),
                promise.act() == null ? "" : promise.act().toString());
    }

    private List<PromiseView.Told> told(Promise promise) {
        var accounts = promise.progress().facts().accounts();
        var agreed = promise.progress().agreed();
        var parties = new TreeSet<>(accounts.keySet());
        if (agreed != null) parties.addAll(agreed.obliged());
        return account.parties().stream()
                .filter(parties::contains)
                .map(party -> told(
                        party,
                        accounts.get(party),
                        promise.progress().evidence().getOrDefault(party, List.of())))
                .toList();
    }

    private PromiseView.Told told(
            PartyCode party, acorde.monitoring.@Nullable Account account, List<Report.Evidence> evidence) {
        if (account == null) return new PromiseView.Told(party.value(), null, null, null, "", List.of(), List.of());
        var latest = account.latest();
        return new PromiseView.Told(
                party.value(),
                latest.state(),
                latest.on(),
                latest.spoken().at(),
                latest.act().toString(),
                evidence.stream().map(this::evidence).toList(),
                account.words().entrySet().stream()
                        .map(word -> new ProgressView.Word(
                                word.getKey().value(),
                                account.view(word.getKey()),
                                word.getValue().spoken().act().toString()))
                        .toList());
    }

    private ProgressView.Evidence evidence(Report.Evidence evidence) {
        return new ProgressView.Evidence(
                quote(evidence.what()),
                evidence.link().toString(),
                evidence.seen() == null ? "" : evidence.seen().hex().substring(0, 12));
    }

    private static List<PromiseView.Observed> observed(Promise promise) {
        return promise.progress().facts().assessed().entrySet().stream()
                .map(each -> new PromiseView.Observed(
                        each.getKey().value(),
                        each.getValue().level(),
                        each.getValue().spoken().at(),
                        each.getValue().spoken().act().toString()))
                .toList();
    }

    private PromiseView.TalkView talk(Talk talk) {
        var stood = talk.stood();
        var proposal = stood.proposal();
        return new PromiseView.TalkView(
                proposal.act().toString(),
                proposal.proposer().value(),
                proposal.at(),
                InitiativeLines.standing(stood.state()),
                quote(talk.proposed().remark()),
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
                spoken == null || own ? "" : quote(spoken.remark()),
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

    /** In the reader's language if it was said in it, else in the other. */
    private String quote(@Nullable Remark remark) {
        if (remark == null) return "";
        var wanted = frame.language() == Language.ES ? remark.es() : remark.en();
        var other = frame.language() == Language.ES ? remark.en() : remark.es();
        return wanted != null ? wanted : other == null ? "" : other;
    }
}
