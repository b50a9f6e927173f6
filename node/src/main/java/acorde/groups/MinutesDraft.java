package acorde.groups;

import acorde.compact.Bilingual;
import acorde.compact.CharterText;
import acorde.compact.Founding;
import acorde.compact.Remark;
import acorde.compact.Word;
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
 */
record MinutesDraft(Founding founding, Proceedings meeting, Bilingual group) {
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
            lines.add(date(course.when().day()) + ", " + zone.getId());
            var where = course.where();
            if (where.place() != null) lines.add(say("Lugar: ", "Place: ") + of(where.place()));
            var chair = meeting.sitting().chair();
            if (chair != null) lines.add(say("Preside: ", "Chair: ") + name(chair));
            if (course.opened() != null)
                lines.add(say("Se abrió a las ", "Opened at ")
                        + time(course.opened())
                        + (course.closed() == null
                                ? "."
                                : say(" y se cerró a las ", " and closed at ") + time(course.closed()) + "."));
        }

        private void presence() {
            title("Presencia", "Presence");
            for (var account : attendance.accounts()) {
                lines.add("- " + name(account.party()) + ": " + spans(account.recorded()));
                var own = account.own();
                if (own != null && account.isDisputed())
                    lines.add("  " + say("Según la propia parte: ", "By its own account: ") + spans(own));
            }
            var stretches = attendance.quorums().stream()
                    .map(one -> between(one.from(), one.until()))
                    .toList();
            var needed = meeting.sitting().quorum();
            lines.add(say("Quórum (", "Quorum (")
                    + needed
                    + say(needed == 1 ? " parte): " : " partes): ", needed == 1 ? " party): " : " parties): ")
                    + (stretches.isEmpty() ? say("no lo hubo.", "there was none.") : list(stretches) + "."));
        }

        private String spans(List<Span> spans) {
            return spans.isEmpty()
                    ? say("ausente.", "absent.")
                    : list(spans.stream()
                                    .map(span -> between(span.from(), span.until()) + " (" + span.office() + ")")
                                    .toList())
                            + ".";
        }

        private void agenda() {
            var agenda = Course.agenda(meeting);
            if (agenda.isEmpty()) return;
            title("Puntos tratados", "Points");
            var number = 0;
            for (var one : agenda) {
                var about = one.point().about();
                lines.add(++number + ". " + (about == null ? "" : about + ": ")
                        + of(one.point().title()));
            }
        }

        private void decisions() {
            title("Decisiones", "Decisions");
            var decisions = Decided.all(meeting);
            if (decisions.isEmpty()) lines.add(say("Ninguna.", "None."));
            for (var decision : decisions) {
                lines.add(label(decision) + " (" + decision.act() + "): "
                        + of(decision.text().text()));
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
                    say("Sin tomar. Falta la palabra de ", "Not taken. No word yet from ") + names(decision.silent())
                            + ".";
            };
        }

        private void reservations(Decided decision) {
            for (var word : decision.proposal().words().values())
                meeting.find(word.act()).map(Utterance::saying).ifPresent(saying -> {
                    if (saying instanceof Saying.Assented assented && assented.reservation() != null)
                        lines.add("  " + say("Reserva de ", "Reservation of ")
                                + name(word.act().party()) + ": " + of(assented.reservation()));
                    if (saying instanceof Saying.Refused refused)
                        lines.add("  " + say("Razón de ", "Reason of ")
                                + name(word.act().party()) + ": " + of(refused.reason()));
                });
        }

        private void actions() {
            var owed = Owed.all(meeting);
            if (owed.isEmpty()) return;
            title("Acuerdos de acción", "Actions");
            for (var one : owed)
                lines.add(
                        "- " + name(one.action().owner()) + " (" + one.action().office() + "): "
                                + of(one.action().what()) + " " + say("Vence: ", "Due: ")
                                + date(one.action().due()) + ". " + say("Por la decisión ", "By decision ")
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

        private String names(Collection<PartyCode> parties) {
            return list(parties.stream().map(this::name).toList());
        }

        private String list(List<String> words) {
            if (words.size() < 2) return String.join("", words);
            return words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
                    + (spanish ? " y " : " and ")
                    + words.getLast();
        }

        private String between(Instant from, @Nullable Instant until) {
            var end = until == null ? course.closed() : until;
            if (end == null) return say("desde las ", "from ") + time(from);
            return time(from) + say(" a ", " to ") + time(end);
        }

        private String time(Instant moment) {
            return DateTimeFormatter.ofPattern("HH:mm").format(moment.atZone(zone));
        }

        private String date(LocalDate day) {
            return DateTimeFormatter.ofPattern(spanish ? "d 'de' MMMM 'de' y" : "d MMMM y", locale)
                    .format(day);
        }
    }
}
