package acorde.web.returns;

import acorde.compact.Bilingual;
import acorde.compact.Remark;
import acorde.monitoring.Report;
import acorde.returns.Column;
import acorde.returns.Fault;
import acorde.returns.Preview;
import acorde.returns.Returns;
import acorde.returns.Unreadable;
import acorde.web.view.Frame;
import acorde.web.words.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts words to what a return would say and to what is wrong with it. */
final class ReturnWords {
    private final Frame frame;

    ReturnWords(Frame frame) {
        this.frame = frame;
    }

    String in(Bilingual text) {
        return frame.language() == Language.ES ? text.es() : text.en();
    }

    private String in(@Nullable Remark remark) {
        if (remark == null) return "";
        var own = frame.language() == Language.ES ? remark.es() : remark.en();
        var other = frame.language() == Language.ES ? remark.en() : remark.es();
        return own != null ? own : other == null ? "" : other;
    }

    private String name(Column column) {
        return in(column.words());
    }

    String why(Unreadable why) {
        var columns = frame.words().list(why.columns().stream().map(this::name).toList());
        return frame.say("returns.unread." + why.why().name(), columns, Returns.ROWS, Returns.BYTES >> 20);
    }

    PreviewView.Flaw flaw(Fault fault) {
        var why = frame.say("returns.fault." + fault.why().name(), Returns.WORDS);
        return new PreviewView.Flaw(fault.row(), name(fault.column()), fault.seen(), why);
    }

    PreviewView.Change change(Preview.Change change) {
        var before = change.before().report();
        var report = change.report();
        var words = new ArrayList<String>();
        words.add(state(before, report));
        if (!Objects.equals(before == null ? null : before.note(), report.note()))
            words.add(
                    report.note() == null
                            ? frame.say("returns.note.gone")
                            : frame.say("returns.note", in(report.note())));
        milestones(before, report, words);
        var indicator = change.before().text().indicator();
        for (var value : report.values())
            words.add(frame.say(
                    "returns.value",
                    frame.day(value.at()),
                    frame.formats().measured(value.number(), indicator == null ? "" : in(indicator.unit())),
                    in(value.from())));
        for (var evidence : report.evidence())
            words.add(frame.say("returns.evidence", in(evidence.what()), evidence.link()));
        if (report.restrictions())
            words.add(frame.say(
                    "returns.restrictions", frame.within(change.before().party().value())));
        return new PreviewView.Change(
                change.before().code(), in(change.before().text().title()), words);
    }

    private String state(@Nullable Report before, Report report) {
        var now = frame.of(report.state());
        var said = before == null || before.state() == report.state()
                ? frame.say("returns.state", now)
                : frame.say("returns.state.from", frame.of(before.state()), now);
        if (report.on() != null) return said + ", " + frame.day(report.on());
        return report.blockedBy() == null ? said : said + ": " + in(report.blockedBy());
    }

    private void milestones(@Nullable Report before, Report report, List<String> words) {
        report.milestones().forEach((code, day) -> {
            if (!day.equals(done(before, code))) words.add(frame.say("returns.milestone", code, frame.day(day)));
        });
        if (before == null) return;
        for (var code : before.milestones().keySet())
            if (!report.milestones().containsKey(code)) words.add(frame.say("returns.milestone.gone", code));
    }

    private static @Nullable LocalDate done(@Nullable Report before, String code) {
        return before == null ? null : before.milestones().get(code);
    }
}
