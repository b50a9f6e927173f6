package acorde.web.groups;

import acorde.files.Attachment;
import acorde.groups.Attendance;
import acorde.trust.PartyCode;
import acorde.web.view.Flaw;
import acorde.web.words.Bilingual;
import acorde.web.words.Difference;
import acorde.web.words.Language;
import java.util.List;
import java.util.SortedMap;

/**
 * What was written in a group, before it is signed.
 *
 * @param to where it is sent to be signed
 * @param page where it is written
 * @param carried everything that was typed, by its name in the form
 */
public record SigningView(Text text, String to, String page, SortedMap<String, String> carried, List<Flaw> flaws) {
    /** The field that says that what is signed was kept. */
    static final String KEPT = "kept";

    /** What it is, with the keys of its title, of what follows from it, and of the button that signs it. */
    public enum Matter {
        POINT("agenda.add", "signing.point", "agenda.add.do"),
        POINTS("agenda.draft", "signing.point", "agenda.draft.do"),
        AGENDA("signing.agenda", "signing.agenda.what", "agenda.order.do"),
        WISH("signing.agenda", "signing.wish.what", "agenda.wish.do"),
        DECISION("decision.put", "decision.put.what", "decision.put.do"),
        CIRCULAR("procedure.ask", "procedure.what", "procedure.ask.do"),
        CALL("meeting.call", "signing.call.what", "meeting.call.do"),
        CHANGE("meeting.change", "signing.change.what", "meeting.change.do"),
        CANCELLATION("meeting.cancel", "signing.cancel.what", "meeting.cancel.do"),
        OPENING("meeting.open", "signing.open.what", "meeting.open.do"),
        CLOSING("meeting.close", "signing.close.what", "meeting.close.do"),
        PRESENCE("presence.title", "signing.presence.what", "presence.sign"),
        REPORT("signing.report", "signing.report.what", "actions.report.do"),
        CHECK("actions.check", "signing.check.what", "signing.check.do"),
        REMARK("agenda.remark", "signing.remark.what", "agenda.remark.do"),
        MINUTES("minutes.put", "minutes.put.what", "minutes.put.do"),
        AMENDMENT("minutes.amend", "minutes.put.what", "minutes.put.do");

        public final String title;
        public final String what;
        public final String sign;

        Matter(String title, String what, String sign) {
            this.title = title;
            this.what = what;
            this.sign = sign;
        }
    }

    /**
     * What would be signed, a line for each thing it settles.
     *
     * @param group its title
     * @param area of the group; empty if it has none
     * @param before the text it changes; the same as {@code now} if it changes none
     * @param files names of the documents that go with it
     * @param lacking what keeps it from a quorum now, so that it is not signed; nothing elsewhere
     * @param early whether the hour that was called for it is still to come
     * @param choices of which those that are ticked are signed; empty where all is
     * @param seen names what is shown, where that is not typed and may change meanwhile; empty elsewhere
     */
    public record Text(
            Matter matter,
            Bilingual group,
            String area,
            Bilingual before,
            Bilingual now,
            List<String> files,
            Attendance.Shortage lacking,
            boolean early,
            String seen,
            List<Bilingual> choices) { // what the review shows
        public Text {
            files = List.copyOf(files);
            choices = List.copyOf(choices);
        }

        Text(Matter matter, Bilingual group, String area, Bilingual now) { // what every one of them has
            this(matter, group, area, now, now, List.of(), Attendance.Shortage.NONE, false, "", List.of());
        }

        Text amending(Bilingual before) {
            return new Text(matter, group, area, before, now, files, lacking, early, seen, choices);
        }

        Text lacking(Attendance.Shortage lacking) {
            return new Text(matter, group, area, before, now, files, lacking, early, seen, choices);
        }

        /** Whether it could be signed now. */
        public boolean signable() {
            return lacking.parties() == 0;
        }

        /** Who is absent, of whom any make up the quorum. */
        public List<String> absent() {
            return lacking.among().stream().map(PartyCode::value).toList();
        }

        Text with(List<Attachment> files) {
            var names = files.stream().map(Attachment::name).toList();
            return new Text(matter, group, area, before, now, names, lacking, early, seen, choices);
        }

        Text early(boolean early) {
            return new Text(matter, group, area, before, now, files, lacking, early, seen, choices);
        }

        Text seen(String seen) {
            return new Text(matter, group, area, before, now, files, lacking, early, seen, choices);
        }

        Text choosing(List<Bilingual> choices) {
            return new Text(matter, group, area, before, now, files, lacking, early, seen, choices);
        }
    }

    public SigningView {
        flaws = List.copyOf(flaws);
    }

    /** The field of a choice. @param number from 1 */
    public static String choice(int number) {
        return "take-" + number;
    }

    /** Whether a choice is ticked: all are until somebody ticks otherwise. */
    public boolean takes(int number) {
        return carried.keySet().stream().noneMatch(SigningView::isChoice) || carried.containsKey(choice(number));
    }

    public static boolean isChoice(String field) {
        return field.startsWith("take-");
    }

    public List<Difference.Paragraph> in(Language language) {
        return Difference.between(text.before().in(language), text.now().in(language));
    }

    public boolean changes() {
        return changes(Language.ES) || changes(Language.EN);
    }

    /** Whether it changes only one of the two texts. */
    public boolean uneven() {
        return changes(Language.ES) != changes(Language.EN);
    }

    private boolean changes(Language language) {
        return Difference.differ(text.before().in(language), text.now().in(language));
    }
}
