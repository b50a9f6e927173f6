package acorde.groups;

import acorde.compact.Bilingual;
import acorde.compact.CharterText;
import acorde.compact.Founding;
import acorde.compact.Remark;
import acorde.compact.Word;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drafts the minutes of a meeting in both languages from what was said in it, and from nothing else: who was there and when, when there was a
 * quorum, what was on the agenda, what was decided by whom, and what is to be done. An agenda says what is to come and these say what came.
 *
 * @param group its title
 * @param office what an office is called, told from its code alone, so that every node drafts the same
 */
record MinutesDraft(Founding founding, Proceedings meeting, Bilingual group, Function<OfficeCode, Bilingual> office) {
    private static final Locale SPANISH = Locale.of("es", "419");
    private static final Locale ENGLISH = Locale.of("en", "US");

    Bilingual text() {
        return new Bilingual(new In(SPANISH).text(), new In(ENGLISH).text());
    }

    /** The draft in one language. */
    private final class In {
        private final boolean spanish;
        private final Locale locale;
        private final Course course = Course.of(meeting);
        private final ZoneId zone = course.when().zone();
        private final Attendance attendance = new Attendance(meeting);
        private final List<String> lines = new ArrayList<>();

        private In(Locale locale) {
            this.spanish = locale.equals(SPANISH);
            this.locale = locale;
        }

        private String text() {
            head();
            presence();
            agenda();
            decisions();
            actions();
            return String.join("\n", lines);
        }

        private void head() {
            lines.add(say("ACTA", "MINUTES") + " · " + of(group) + " · " + say("reunión ", "meeting ")
                    + meeting.sitting().number());
            lines.add(date(course.when().day()) + ", " + hours() + ".");
            var where = course.where();
            if (where.place() != null) lines.add(say("Lugar: ", "Place: ") + stopped(of(where.place())));
            var chair = meeting.sitting().chair();
            if (chair != null) lines.add(say("Preside ", "Chaired by ") + within(chair) + ".");
            if (course.opened() != null)
                lines.add(say("Se abrió a las ", "Opened at ")
                        + time(course.opened())
                        + (course.closed() == null
                                ? "."
                                : say(" y se cerró a las ", " and closed at ") + time(course.closed()) + "."));
        }

        /** "hora de Honduras (UTC−6)": whose clock the times are. */
        private String hours() {
            var seconds = zone.getRules().getOffset(course.when().start()).getTotalSeconds();
            var minutes = Math.abs(seconds) / 60;
            var offset = "UTC"
                    + (seconds == 0 ? "" : (seconds < 0 ? "−" : "+") + minutes / 60)
                    + (minutes % 60 == 0 ? "" : ":" + minutes % 60);
            if (zone.getId().equals("America/New_York"))
                return say("hora de Washington (", "Washington time (") + offset + ")";
            return founding.parties().stream()
                    .filter(party -> party.zone().equals(zone))
                    .map(party -> spanish ? "hora de " + of(party.name()) : of(party.name()) + " time")
                    .findFirst()
                    .map(clock -> clock + " (" + offset + ")")
                    .orElse(say("hora ", "time ") + offset);
        }

        private void presence() {
            title("PRESENCIA Y QUÓRUM", "PRESENCE AND QUORUM");
            for (var account : attendance.accounts()) {
                lines.add("- " + name(account.party()) + ": " + spans(account.party(), account.recorded()));
                var own = account.own();
                if (own != null && account.isDisputed())
                    lines.add("  " + say("Según la propia parte: ", "By its own account: ")
                            + spans(account.party(), own));
            }
            var all = attendance.quorums();
            var stretches = between(
                    all.stream().filter(one -> lasts(one.from(), one.until())).toList());
            var needed = meeting.sitting().quorum();
            lines.add(say("Quórum (", "Quorum (")
                    + needed
                    + say(needed == 1 ? " parte): " : " partes): ", needed == 1 ? " party): " : " parties): ")
                    + (!stretches.isEmpty()
                            ? list(stretches) + "."
                            : all.isEmpty()
                                    ? say("no lo hubo.", "there was none.")
                                    : brief(all.getLast().from()) + "."));
        }

        private String brief(Instant at) {
            return say("menos de un minuto, a las ", "less than a minute, at ") + time(at);
        }

        private String spans(PartyCode party, List<Span> spans) {
            if (spans.isEmpty()) return say("ausente.", "absent.");
            var last = spans.getLast();
            var told = spans.stream()
                    .filter(span -> lasts(span.from(), span.until()))
                    .toList();
            if (told.isEmpty()) return brief(last.from()) + ", " + who(party, last.office()) + ".";
            var lapses = between(told.stream()
                    .map(span -> new Attendance.Stretch(span.from(), span.until()))
                    .toList());
            var parts = new ArrayList<String>();
            for (var i = 0; i < told.size(); i++) {
                var span = told.get(i);
                var same = i + 1 < told.size() && told.get(i + 1).office().equals(span.office());
                parts.add(lapses.get(i) + (same ? "" : " (" + who(party, span.office()) + ")"));
            }
            return list(parts) + ".";
        }

        /** The office that was there, and whether it is the one that sits for its party or the one that stands in for it. */
        private String who(PartyCode party, OfficeCode sat) {
            var seat = meeting.sitting().seat(party);
            var named = of(office.apply(sat));
            if (seat.filter(one -> sat.equals(one.titular())).isPresent()) return named + say(", titular", ", titular");
            return seat.filter(one -> sat.equals(one.alternate())).isPresent()
                    ? named + say(", suplente", ", alternate")
                    : named;
        }

        /** Whether a clock without seconds shows that time passed. */
        private boolean lasts(Instant from, @Nullable Instant until) {
            var end = until == null ? course.closed() : until;
            return end == null || !time(from).equals(time(end));
        }

        private void agenda() {
            var agenda = Course.agenda(meeting);
            if (agenda.isEmpty()) return;
            title("PUNTOS TRATADOS", "ITEMS DISCUSSED");
            var number = 0;
            for (var one : agenda) {
                var about = one.point().about();
                lines.add(++number + ". " + (about == null ? "" : about + ": ")
                        + stopped(of(one.point().title())));
            }
        }

        private void decisions() {
            title("DECISIONES", "DECISIONS");
            var decisions = Decided.all(meeting);
            if (decisions.isEmpty()) lines.add(say("Ninguna.", "None."));
            for (var decision : decisions) {
                lines.add(label(decision) + " (" + decision.act() + "): "
                        + stopped(of(decision.text().text())));
                lines.add("  " + outcome(decision));
                reservations(decision);
            }
        }

        private String outcome(Decided decision) {
            return switch (decision.state()) {
                case TAKEN -> say("Tomada por ", "Taken by ") + names(assenting(decision)) + ".";
                case REFUSED -> say("Rechazada por ", "Refused by ") + names(refusing(decision)) + ".";
                case VOID -> say("Sin quórum: no hubo decisión.", "No quorum: nothing was decided.");
                case OPEN ->
                    say("No se ha tomado: falta la respuesta de ", "Not taken: no answer yet from ")
                            + names(decision.silent()) + ".";
            };
        }

        private void reservations(Decided decision) {
            for (var word : decision.proposal().words().values())
                meeting.find(word.act()).map(Utterance::saying).ifPresent(saying -> {
                    if (saying instanceof Saying.Assented assented && assented.reservation() != null)
                        lines.add("  " + say("Reserva de ", "Reservation of ")
                                + within(word.act().party()) + ": " + stopped(of(assented.reservation())));
                    if (saying instanceof Saying.Refused refused)
                        lines.add("  " + say("Razón de ", "Reason of ")
                                + within(word.act().party()) + ": " + stopped(of(refused.reason())));
                });
        }

        private void actions() {
            var owed = Owed.all(meeting);
            if (owed.isEmpty()) return;
            title("ACUERDOS DE ACCIÓN", "ACTIONS");
            for (var one : owed)
                lines.add("- " + name(one.action().owner()) + " ("
                        + of(office.apply(one.action().office())) + "): "
                        + stopped(of(one.action().what())) + " " + say("Vence el ", "Due on ")
                        + date(one.action().due()) + say(", por la decisión ", ", by decision ")
                        + label(one.decision()) + ".");
        }

        private String label(Decided decision) {
            return meeting.sitting().number() + "/" + decision.number();
        }

        private List<PartyCode> assenting(Decided decision) {
            return parties(decision, Word.Assent.class::isInstance);
        }

        private List<PartyCode> refusing(Decided decision) {
            return parties(decision, Word.Refusal.class::isInstance);
        }

        private List<PartyCode> parties(Decided decision, Function<Word, Boolean> which) {
            return decision.proposal().words().entrySet().stream()
                    .filter(word -> which.apply(word.getValue()))
                    .map(java.util.Map.Entry::getKey)
                    .toList();
        }

        private void title(String es, String en) {
            lines.add("");
            lines.add(say(es, en));
        }

        private String say(String es, String en) {
            return spanish ? es : en;
        }

        private String of(Bilingual text) {
            return spanish ? text.es() : text.en();
        }

        private String of(Remark remark) {
            var first = spanish ? remark.es() : remark.en();
            var other = spanish ? remark.en() : remark.es();
            return first == null ? String.valueOf(other) : first;
        }

        private String name(PartyCode party) {
            return founding.parties().stream()
                    .filter(one -> one.code().equals(party))
                    .map(CharterText.Party::name)
                    .map(this::of)
                    .findFirst()
                    .orElse(party.value());
        }

        /** Within a sentence, where English says "the United States". */
        private String within(PartyCode party) {
            var name = name(party);
            return !spanish && name.startsWith("United ") ? "the " + name : name;
        }

        private String names(Collection<PartyCode> parties) {
            return list(parties.stream().map(this::within).toList());
        }

        /** What others wrote, as a sentence of these minutes. */
        private static String stopped(String words) {
            var whole = words.strip();
            return whole.matches("(?s).*[.!?…]['\")»”’]?") ? whole : whole + ".";
        }

        private String list(List<String> words) {
            if (words.size() < 2) return String.join("", words);
            return words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
                    + (spanish ? " y " : " and ")
                    + words.getLast();
        }

        /** Each as a clock shows it; with seconds where it would not show that there was something between one and the next. */
        private List<String> between(List<Attendance.Stretch> stretches) {
            var said = new ArrayList<String>();
            for (var i = 0; i < stretches.size(); i++) {
                var one = stretches.get(i);
                var end = one.until() == null ? course.closed() : one.until();
                var from = clock(one.from(), i > 0 && touch(stretches.get(i - 1), one));
                var until = end == null ? "" : clock(end, i + 1 < stretches.size() && touch(one, stretches.get(i + 1)));
                said.add(end == null ? say("desde las ", "from ") + from : from + say(" a ", " to ") + until);
            }
            return said;
        }

        private boolean touch(Attendance.Stretch one, Attendance.Stretch next) {
            var until = one.until();
            return until != null && until.isBefore(next.from()) && time(until).equals(time(next.from()));
        }

        private String time(Instant moment) {
            return clock(moment, false);
        }

        private String clock(Instant moment, boolean seconds) {
            return DateTimeFormatter.ofPattern(seconds ? "HH:mm:ss" : "HH:mm").format(moment.atZone(zone));
        }

        private String date(LocalDate day) {
            return DateTimeFormatter.ofPattern(spanish ? "d 'de' MMMM 'de' y" : "d MMMM y", locale)
                    .format(day);
        }
    }
}
