package acorde.web.desk;

import acorde.compact.Remark;
import acorde.monitoring.Report;
import acorde.publication.Account;
import acorde.publication.LastFigure;
import acorde.publication.Promise;
import acorde.publication.Proof;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.view.ProgressView;
import acorde.web.view.PublicIndicator;
import acorde.web.view.PublicReports;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What everybody may know of what became of an initiative, in a reader's words: the same on the page of a node and in a published site. */
public final class PublicAccounts {
    private PublicAccounts() {}

    /** @param day as of which it is told */
    public static PublicReports of(Account account, Promise promise, LocalDate day, Frame frame) { // of what, to whom
        var accounts = promise.progress().facts().accounts();
        var agreed = promise.progress().agreed();
        var parties = new TreeSet<>(accounts.keySet());
        if (agreed != null) parties.addAll(agreed.obliged());
        var told = account.parties().stream()
                .filter(parties::contains)
                .map(party -> told(
                        party, accounts.get(party), promise.progress().proofs().get(party), frame))
                .toList();
        var values = promise.progress().last(day).stream()
                .map(last -> value(last, frame))
                .toList();
        return new PublicReports(told, values, observed(promise));
    }

    /** The indicators of an area. @param day as of which they are told */
    public static List<PublicIndicator> indicators(
            Account account, String area, LocalDate day, Frame frame) { // as above
        return account.indicators(area).stream()
                .map(each -> new PublicIndicator(
                        each.key().code(),
                        Objects.requireNonNull(Texts.indicator(each.text().measure())),
                        each.withheld(),
                        each.consent().name(),
                        each.number(),
                        each.last(day).stream().map(last -> value(last, frame)).toList()))
                .toList();
    }

    private static PublicReports.Account told( // whose, what, and what shows it
            PartyCode party, acorde.monitoring.@Nullable Account account, @Nullable Proof proof, Frame frame) {
        if (account == null)
            return new PublicReports.Account(party.value(), null, null, null, "", List.of(), 0, List.of());
        var latest = account.latest();
        return new PublicReports.Account(
                party.value(),
                latest.state(),
                latest.on(),
                latest.spoken().at(),
                latest.act().toString(),
                proof == null
                        ? List.of()
                        : proof.told().stream()
                                .map(each -> evidence(each, frame))
                                .toList(),
                proof == null ? 0 : proof.more(),
                account.words().entrySet().stream()
                        .map(word -> new ProgressView.Word(
                                word.getKey().value(),
                                account.view(word.getKey()),
                                word.getValue().spoken().act().toString()))
                        .toList());
    }

    private static PublicReports.Value value(LastFigure last, Frame frame) {
        var told = last.told();
        if (told == null)
            return new PublicReports.Value(last.party().value(), "", null, "", "", last.withheld(), last.unsaid());
        var unit = told.unit() == null ? new Bilingual("", "") : Directory.words(told.unit());
        return new PublicReports.Value(
                last.party().value(),
                frame.disclosed(told.number(), unit),
                told.at(),
                told.act().toString(),
                told.first() == null ? "" : frame.disclosed(told.first(), unit),
                last.withheld(),
                last.unsaid());
    }

    private static ProgressView.Evidence evidence(Report.Evidence evidence, Frame frame) {
        return new ProgressView.Evidence(
                quote(evidence.what(), frame),
                evidence.link().toString(),
                evidence.seen() == null ? "" : evidence.seen().hex().substring(0, 12));
    }

    private static List<PublicReports.Observed> observed(Promise promise) {
        return promise.progress().facts().assessed().entrySet().stream()
                .map(each -> new PublicReports.Observed(
                        each.getKey().value(),
                        each.getValue().level(),
                        each.getValue().spoken().at(),
                        each.getValue().spoken().act().toString()))
                .toList();
    }

    /** In the reader's language if it was said in it, else in the other. */
    public static String quote(@Nullable Remark remark, Frame frame) {
        if (remark == null) return "";
        var wanted = frame.language() == Language.ES ? remark.es() : remark.en();
        var other = frame.language() == Language.ES ? remark.en() : remark.es();
        return wanted != null ? wanted : other == null ? "" : other;
    }
}
