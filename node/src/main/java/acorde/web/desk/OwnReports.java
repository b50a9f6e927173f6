package acorde.web.desk;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Remark;
import acorde.finding.Finding;
import acorde.finding.Unsigned;
import acorde.monitoring.Watched;
import acorde.offices.Officer;
import acorde.web.view.Frame;
import acorde.web.words.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A party's own report while it is written: what its form begins with, and what is kept of it until it is signed. Safe for any thread. */
final class OwnReports {
    private final Acts acts;
    private final Writing writing;

    OwnReports(Acts acts, Finding finding) {
        this.acts = acts;
        this.writing = new Writing(finding, "progress");
    }

    /** @param kept when it was left; null if nobody has begun it */
    record Begun(Map<String, String> typed, @Nullable Instant kept) {
        static final Begun NOTHING = new Begun(Map.of(), null);

        Begun with(Map<String, String> other) {
            return new Begun(other, kept);
        }
    }

    Writing writing() {
        return writing;
    }

    static Writing.Text text(String code) {
        return Writing.Text.of(code, null);
    }

    Optional<Unsigned.Form> kept(Officer officer, Watched watched, Frame frame) {
        return writing.find(
                        officer, watched.agreed().code(), "", frame.formats().now())
                .kept();
    }

    /** What its writer left, else the account as it stands. Either goes on from the report that counts now. */
    Begun begun(Officer officer, Watched watched, Frame frame) {
        var kept = kept(officer, watched, frame);
        var typed = new HashMap<>(kept.map(OwnReports::typed).orElseGet(() -> atFirst(watched, frame.language())));
        typed.put("base", base(watched));
        return new Begun(typed, kept.map(Unsigned.Form::at).orElse(null));
    }

    private static Map<String, String> typed(Unsigned.Form kept) {
        return kept.fields().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> String.join(" ", each.getValue())));
    }

    /** The act of this party's report that counts; empty if it never reported. */
    String base(Watched watched) {
        var account = watched.facts().accounts().get(acts.self());
        return account == null ? "" : account.latest().act().toString();
    }

    /**
     * The account as it stands, to go on from: it is the whole of it that is reported each time. Not the evidence,
     * which would be new again and hold up the ladder; not the figures, which are said once; not that restrictions were
     * kept, which is confirmed each time (CO-4).
     */
    private Map<String, String> atFirst(Watched watched, Language language) {
        var typed = new HashMap<String, String>();
        var account = watched.facts().accounts().get(acts.self());
        if (account == null) return typed;
        var latest = account.latest();
        typed.put("state", latest.state().name());
        if (latest.on() != null) typed.put("on", latest.on().toString());
        latest.done().forEach((step, on) -> typed.put("done-" + step, on.toString()));
        typed.put("answers", answers(watched).stream().map(ActId::toString).collect(Collectors.joining(" ")));
        Progress.report(acts.act(latest.act()).orElse(null)).ifPresent(report -> {
            put(typed, "blockedBy", report.blockedBy(), language);
            put(typed, "note", report.note(), language);
            put(typed, "legalBasis", report.legalBasis(), language);
            put(typed, "funding", report.funding(), language);
            typed.put("events", String.join(" ", report.events()));
        });
        return typed;
    }

    private static void put( // one field
            Map<String, String> typed, String field, @Nullable Remark remark, Language language) {
        if (remark != null) typed.put(field, Progress.in(remark, language));
    }

    /** Open disputes of this party's account. */
    List<ActId> answers(Watched watched) {
        var account = watched.facts().accounts().get(acts.self());
        return account == null
                ? List.of()
                : account.words().values().stream()
                        .filter(word -> !word.confirms())
                        .map(word -> word.spoken().act())
                        .toList();
    }
}
