package acorde.compact;

import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A working group and its mandate: adopted by the consent of its parties, or only announced by sources.
 *
 * @param area code of the area it follows; null if it follows none in particular
 * @param mandate what it is there for
 * @param parties who sits in it, in the order in which they take the chair
 * @param seats the offices that sit for each party; sources of the history name none
 * @param quorum how many parties must be present when something is decided; null for all of them
 * @param cadence how often it is to meet; null if nothing was agreed
 * @param chair how the chair goes round; null if the first party keeps it
 */
public record Group(
        Kind kind,
        Bilingual title,
        @Nullable String area,
        Bilingual mandate,
        List<PartyCode> parties,
        List<Seat> seats,
        @Nullable Integer quorum,
        @Nullable Cadence cadence,
        @Nullable Chair chair,
        List<String> sources)
        implements ItemText { // one part for each thing a mandate settles
    public enum Kind {
        /** Follows an area. */
        TECHNICAL,
        /** For one purpose, until it is reached. */
        AD_HOC,
        MINISTERIAL,
        /** Of two parties. */
        BILATERAL
    }

    /**
     * The offices that sit for a party, never a person.
     *
     * @param alternate sits when the titular does not; null if nobody does
     */
    public record Seat(
            PartyCode party, OfficeCode titular, @Nullable OfficeCode alternate) {
        private static Seat read(TextReader reader) {
            return new Seat(
                    reader.word("party", Form.PARTY),
                    reader.word("titular", OFFICE),
                    reader.wordIfGiven("alternate", OFFICE));
        }

        private ObjectNode toJson() {
            return new TextWriter()
                    .word("party", party)
                    .word("titular", titular)
                    .word("alternate", alternate)
                    .done();
        }

        /** Whether an office may speak here for its party: those that sit, and the coordination, which speaks for it everywhere. */
        public boolean speaks(OfficeCode office) {
            return office.equals(titular)
                    || office.equals(alternate)
                    || office.value().equals(Role.COORDINATOR.word());
        }
    }

    /**
     * The chair goes round by the calendar, so that who has it on a day can be told in advance and follows from nothing else.
     *
     * @param from the day on which the first party takes it
     * @param months how long each keeps it
     */
    public record Chair(LocalDate from, int months) {
        private static Chair read(TextReader reader) {
            return new Chair(reader.word("from", Form.DAY), reader.count("months", 1, 120));
        }

        private ObjectNode toJson() {
            return new TextWriter().word("from", from).count("months", months).done();
        }
    }

    private static final Form<Kind> KIND = Form.oneOf(Kind.class);
    private static final Form<OfficeCode> OFFICE = Form.of(
            Group::office,
            new OfficeCode(Role.COORDINATOR.word()),
            "el código de un despacho como representative-a1 o coordination",
            "the code of an office such as representative-a1 or coordination");
    private static final Form<Cadence> CADENCE = Form.of(
            Cadence::parse,
            new Cadence(Cadence.Frequency.MONTHLY, 1, null, 0),
            "una cadencia como FREQ=MONTHLY;INTERVAL=3 o FREQ=WEEKLY;BYDAY=TU",
            "a cadence such as FREQ=MONTHLY;INTERVAL=3 or FREQ=WEEKLY;BYDAY=TU");

    public Group {
        parties = List.copyOf(parties);
        seats = List.copyOf(seats);
        sources = List.copyOf(sources);
    }

    private static OfficeCode office(String text) {
        var office = new OfficeCode(text);
        var role = Role.of(office);
        if (role.isEmpty() || !Set.of(Role.REPRESENTATIVE, Role.COORDINATOR).contains(role.get()))
            throw new IllegalArgumentException("only representatives and coordinators sit in groups");
        return office;
    }

    /** Whether exactly these parties sit in it, each with one seat. */
    boolean seats(SortedSet<PartyCode> concerned) {
        var seated = new HashSet<PartyCode>();
        for (var seat : seats) if (!seated.add(seat.party())) return false;
        return seated.equals(concerned) && concerned.equals(new HashSet<>(parties));
    }

    public Optional<Seat> seat(PartyCode party) {
        return seats.stream().filter(seat -> seat.party().equals(party)).findFirst();
    }

    /** How many parties must be present when something is decided. */
    public int needed() {
        return quorum == null ? parties.size() : quorum;
    }

    /** Who has the chair on a day. Before the first day of the rotation, the first party has it. */
    public PartyCode chairOn(LocalDate day) {
        if (chair == null || day.isBefore(chair.from())) return parties.getFirst();
        var turns = ChronoUnit.MONTHS.between(chair.from(), day) / chair.months();
        return parties.get((int) (turns % parties.size()));
    }

    static Group read(TextReader reader) {
        var parties = reader.words("parties", Form.PARTY);
        if (parties.isEmpty())
            reader.complain(
                    "parties", "Nombre al menos una parte que se siente en ella.", "Name at least one party in it.");
        return new Group(
                reader.word("kind", KIND),
                reader.title("title"),
                reader.wordIfGiven("area", Form.CODE),
                reader.text("mandate"),
                parties,
                reader.children("seats", Seat::read),
                reader.has("quorum") ? reader.count("quorum", 1, Math.max(1, parties.size())) : null,
                reader.wordIfGiven("cadence", CADENCE),
                reader.child("chair", Chair::read),
                reader.words("sources", Form.CODE));
    }

    @Override
    public ObjectNode toJson() {
        var writer = new TextWriter()
                .word("kind", kind)
                .text("title", title)
                .word("area", area)
                .text("mandate", mandate)
                .words("parties", parties)
                .children("seats", seats, Seat::toJson);
        if (quorum != null) writer.count("quorum", quorum);
        return writer.word("cadence", cadence)
                .child("chair", chair == null ? null : chair.toJson())
                .words("sources", sources)
                .done();
    }
}
