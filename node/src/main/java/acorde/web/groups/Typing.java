package acorde.web.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.ItemKey;
import acorde.compact.Remark;
import acorde.files.Attachment;
import acorde.files.Files;
import acorde.finding.Unsigned;
import acorde.groups.Action;
import acorde.groups.DecisionText;
import acorde.groups.Part;
import acorde.groups.Sitting;
import acorde.groups.Span;
import acorde.groups.When;
import acorde.groups.Where;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.web.desk.Forms;
import acorde.web.words.Language;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form of groups, made into what their door is asked. Anything that cannot be read ends in
 * {@link Unreadable}.
 */
final class Typing {
    /** Actions that a form has room for. */
    static final int ACTIONS = 3;

    private static final int LONGEST = 4_000;

    /** The field of files that are chosen, of which a form has several. */
    private static final String FILE = "file";

    private final Map<String, String> fields;
    private final String form;

    Typing(HttpServletRequest request) {
        this(first(request), request.getRequestURI().replaceFirst(".*/", ""));
    }

    /** @param form the last word of the address it was sent to */
    Typing(Map<String, String> fields, String form) {
        this.fields = Map.copyOf(fields);
        this.form = form;
    }

    /** What was kept of a form. @param to the address it is sent to */
    Typing(Unsigned.Form kept, String to) {
        this(new GroupsView.Typed(Map.of()).with("", kept).fields(), to.replaceFirst(".*/", ""));
    }

    private static Map<String, String> first(HttpServletRequest request) {
        var fields = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_")) fields.put(name, name.equals(FILE) ? String.join(" ", values) : values[0]);
        });
        return fields;
    }

    /**
     * Files that were ticked, to go with what is said. One that was let go meanwhile is missed, or an act would be signed
     * without what belongs to it.
     */
    List<Attachment> files(Officer officer, Files files) {
        if (!has(FILE)) return List.of();
        var ticked = List.of(text(FILE).split("\\s+"));
        if (ticked.size() > Attachment.MOST) throw new Unreadable("", "typed.files");
        return ticked.stream()
                .map(id -> id.matches("[0-9]{1,15}")
                        ? files.choose(officer.person(), Long.parseLong(id))
                        : Optional.<Attachment>empty())
                .map(found -> found.orElseThrow(() -> new Unreadable("", "typed.file.gone")))
                .toList();
    }

    /** A field cannot be read; never leaves this package. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final Bilingual why;
        private List<Unreadable> more = List.of();

        /** @param field its name; empty if it is none that is typed into. @param key of the sentence that says why */
        Unreadable(String field, String key, Object... arguments) {
            this(
                    field,
                    new Bilingual(
                            Words.in(Language.ES).say(key, arguments),
                            Words.in(Language.EN).say(key, arguments)));
        }

        Unreadable(String field, Bilingual why) {
            super(why.en(), null, false, false); // told to whoever typed it
            this.field = field;
            this.why = why;
        }

        /** Nothing if there are none, else throws the first with the others. */
        static void tell(List<Unreadable> wrong) {
            if (wrong.isEmpty()) return;
            var first = wrong.getFirst();
            first.more =
                    wrong.stream().flatMap(each -> each.all().stream()).skip(1).toList();
            throw first;
        }

        /** This and what else cannot be read. */
        List<Unreadable> all() {
            return Stream.concat(Stream.of(this), more.stream()).toList();
        }

        String field() {
            return field;
        }

        Bilingual why() {
            return why;
        }
    }

    /** Everything that was typed, to be shown again. */
    GroupsView.Typed all() {
        return new GroupsView.Typed(fields, form, Map.of(), List.of());
    }

    /** The same, with what of it cannot be read. */
    GroupsView.Typed all(Unreadable flaw) {
        var all = all();
        for (var each : flaw.all()) all = all.flawed(each.field(), Shown.words(each.why()));
        return all;
    }

    String text(String field) {
        return Forms.plain(fields.getOrDefault(field, ""));
    }

    boolean has(String field) {
        return !text(field).isEmpty();
    }

    /** A text in both languages, from two fields. */
    Bilingual both(String field) {
        return both(field + "Es", field + "En");
    }

    private Bilingual both(String inSpanish, String inEnglish) {
        var es = text(inSpanish);
        var en = text(inEnglish);
        if (es.isEmpty()) throw new Unreadable(inSpanish, "typed.both");
        if (en.isEmpty()) throw new Unreadable(inEnglish, "typed.both");
        if (es.length() > Bilingual.LIMIT) throw new Unreadable(inSpanish, "typed.long");
        if (en.length() > Bilingual.LIMIT) throw new Unreadable(inEnglish, "typed.long");
        try {
            return new Bilingual(es, en);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Bilingual.fault(es) == null ? inEnglish : inSpanish, "typed.unseen");
        }
    }

    /** What was said in passing, in the reader's language; null if nothing was. */
    @Nullable
    Remark remark(String field, Language language) {
        var text = text(field);
        if (text.isEmpty()) return null;
        if (text.length() > 2_000) throw new Unreadable(id(field), "typed.reason.long");
        try {
            return Forms.remark(text, language);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(id(field), "typed.unseen");
        }
    }

    Remark reason(String field, Language language) {
        var remark = remark(field, language);
        if (remark == null) throw new Unreadable(id(field), "typed.reason");
        return remark;
    }

    /** That what was typed into a field does not go with the rest. */
    Unreadable wrong(String field, String key) {
        return new Unreadable(id(field), key);
    }

    /** The id of a field of a form that a page has several of: with what this one is about. */
    private String id(String field) {
        if (form.equals("change") || form.equals("cancellation")) return field + "-" + form;
        for (var about : List.of("to", "action", "report"))
            if (has(about)) return field + "-" + text(about).replaceAll("[^A-Za-z0-9]", "-");
        return field;
    }

    ActId act(String field) {
        try {
            return ActId.parse(text(field));
        } catch (IllegalArgumentException e) {
            throw old();
        }
    }

    Part part(String field) {
        try {
            return Part.parse(text(field));
        } catch (IllegalArgumentException e) {
            throw old();
        }
    }

    Hash hash(String field) {
        try {
            if (text(field).startsWith("sha256:")) return Hash.ofHex(text(field).substring(7));
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw old();
    }

    PartyCode party(String field, Sitting sitting) {
        return sitting.parties().stream()
                .filter(party -> party.value().equals(text(field)))
                .findFirst()
                .orElseThrow(Typing::old);
    }

    /** What a page puts into a form by itself can only be wrong if the page is another one. */
    static Unreadable old() {
        return new Unreadable("", "typed.old");
    }

    When when() {
        return when(null);
    }

    /** @param now before which it is past; null if it may be */
    private When when(@Nullable Instant now) {
        var wrong = new ArrayList<Unreadable>();
        var day = tried(wrong, () -> day("day"));
        var time = tried(wrong, this::time);
        var zone = tried(wrong, this::zone);
        var minutes = tried(wrong, this::minutes);
        if (day != null && time != null && zone != null) {
            var starts = LocalDateTime.of(day, time).withSecond(0).withNano(0);
            if (now != null && new When(starts, zone, 1).isPast(now))
                wrong.add(new Unreadable("day", "rule.MEETING_PAST.title"));
            if (wrong.isEmpty() && minutes != null) return new When(starts, zone, minutes);
        }
        Unreadable.tell(wrong);
        throw old();
    }

    /** What is read of one part of a form, so that the others are looked at as well; null if it cannot be. */
    private static <T> @Nullable T tried(List<Unreadable> wrong, Supplier<T> part) {
        try {
            return part.get();
        } catch (Unreadable e) {
            wrong.add(e);
            return null;
        }
    }

    /** Tells at once all that cannot be read of when and where a meeting is to be. */
    void checkMeeting(Instant now) {
        var wrong = new ArrayList<Unreadable>();
        var _ = tried(wrong, () -> when(now));
        var _ = tried(wrong, this::where);
        Unreadable.tell(wrong);
    }

    private int minutes() {
        var minutes = text("minutes").matches("[0-9]{1,4}") ? Integer.parseInt(text("minutes")) : 0;
        if (minutes < 1 || minutes > 4_320) throw new Unreadable("minutes", "typed.minutes");
        return minutes;
    }

    private LocalTime time() {
        try {
            return LocalTime.parse(text("time"));
        } catch (DateTimeException e) {
            throw new Unreadable("time", "typed.time");
        }
    }

    private ZoneId zone() {
        if (!ZoneId.getAvailableZoneIds().contains(text("zone"))) throw new Unreadable("zone", "typed.zone");
        return ZoneId.of(text("zone"));
    }

    Where where() {
        var place = text("place");
        var link = text("link");
        if (place.isEmpty() && link.isEmpty()) throw new Unreadable("place", "typed.where");
        return new Where(place.isEmpty() ? null : both("place", "place"), link.isEmpty() ? null : link(link));
    }

    private static URI link(String text) {
        try {
            var link = URI.create(text);
            if ("https".equals(link.getScheme()) && link.getHost() != null) return link;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Unreadable("link", "typed.link");
    }

    /** The end of a day, by which an answer is asked for. */
    Instant endOf(String field, ZoneId zone) {
        return day(field).plusDays(1).atStartOfDay(zone).toInstant();
    }

    LocalDate day(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeException e) {
            throw new Unreadable(field, "typed.day");
        }
    }

    /** A decision with its actions. An action's office is the titular one of its owner. @param known as of {@link #initiative} */
    DecisionText decision(Sitting sitting, Predicate<String> known) {
        var text = both("text");
        if (text.es().length() > LONGEST) throw new Unreadable("textEs", "typed.decision.long");
        if (text.en().length() > LONGEST) throw new Unreadable("textEn", "typed.decision.long");
        var actions = new ArrayList<Action>();
        for (var i = 1; i <= ACTIONS; i++) {
            if (!has("what" + i + "Es") && !has("what" + i + "En")) continue;
            var owner = party("owner" + i, sitting);
            actions.add(
                    new Action(owner, sitting.seat(owner).orElseThrow().titular(), both("what" + i), day("due" + i)));
        }
        return new DecisionText(text, initiative("initiative", known), actions);
    }

    /**
     * The initiative something is about, as the compact writes its code; null if none was typed.
     *
     * @param known whether the compact has an initiative of that code
     */
    @Nullable
    String initiative(String field, Predicate<String> known) {
        if (!has(field)) return null;
        var typed = code(field);
        return Stream.of(typed, typed.toUpperCase(Locale.ROOT))
                .filter(known)
                .findFirst()
                .orElseThrow(() -> new Unreadable(field, "typed.initiative", typed));
    }

    String code(String field) {
        var code = text(field);
        if (!ItemKey.isCode(code)) throw new Unreadable(field, "typed.code");
        return code;
    }

    /** Spans as people type them: {@code 10:00-10:38, 10:44-}. */
    List<Span> spans(String field, OfficeCode office, LocalDate day, ZoneId zone) { // what they are typed for
        var spans = new ArrayList<Span>();
        var text = text(field).replaceAll("\\s", "");
        if (text.isEmpty()) return spans;
        for (var one : text.split("[,;]", 60)) {
            var ends = one.split("[-–]", 2);
            try {
                var from = at(ends[0], day, zone);
                var until = ends.length < 2 || ends[1].isEmpty() ? null : at(ends[1], day, zone);
                spans.add(new Span(office, from, until));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new Unreadable(field + "-" + text("of"), "typed.spans");
            }
        }
        return spans;
    }

    private static Instant at(String time, LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.parse(time.length() == 4 ? "0" + time : time))
                .atZone(zone)
                .toInstant();
    }
}
