package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Orders copies of a report given up, each by an act to the one party that holds it. Each other party of the compact has an entry too, which
 * says nothing to nobody. Which copies there are is looked up when it is said: another may have been given since somebody looked.
 *
 * @param known the copies there were when somebody looked, to be read ahead
 * @param others all other parties of the compact
 */
record Recall(
        OfficeCode office,
        Ref ref,
        List<ActId> known,
        Recalled.From from,
        Recalled.Why why,
        SortedSet<PartyCode> others) // what is ordered of whom
        implements Command<Rule> {
    Recall {
        known = List.copyOf(known);
    }

    @Override
    public List<RowKey<?, ?>> reads() {
        return Stream.concat(Stream.of(Holders.key(ref)), known.stream().flatMap(Recall::rowsOf))
                .toList();
    }

    @Override
    public List<ActId> readsActs() {
        return known;
    }

    static Stream<RowKey<?, ?>> rowsOf(ActId copy) {
        return Stream.of(new RowKey<>(ExchangeRows.ITEM, copy), new RowKey<>(ExchangeRows.RECALL, copy));
    }

    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        var holders = Holders.of(past, ref);
        var copies = holders.copies().stream()
                .filter(copy -> from.parties().contains(copy.holder()))
                .toList();
        var orders = new Orders(office, copies, why, others).decide(now);
        return orders instanceof Decision.Say<Rule> && !from.seen().containsAll(holders.parties())
                ? new Decision.Decline<>(Rule.HOLDERS_MOVED)
                : orders;
    }

    /** @param copies that nobody was ordered to give up before */
    record Orders(OfficeCode office, List<Item.Copy> copies, Recalled.Why why, SortedSet<PartyCode> others) {
        Decision<Rule> decide(Instant now) {
            if (!maySpeak(office.value(), why.ground())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
            if (copies.isEmpty()) return new Decision.Decline<>(Rule.NOTHING_TO_RECALL);
            if (why.by().isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)))
                return new Decision.Decline<>(Rule.DEADLINE_PAST);
            return new Decision.Say<>(
                    Cover.of(office, copies.stream().map(this::order).toList(), others));
        }

        private Draft order(Item.Copy copy) {
            return new Draft(
                    ExchangeDuty.RECALLED,
                    office.value(),
                    Cover.only(copy.holder()),
                    List.of(copy.act()),
                    RecallText.recalled(copy.act(), why));
        }
    }

    /** What expires is ordered given up by a node, and everything else by an office. */
    static boolean maySpeak(String office, Recalled.Ground ground) {
        return ground == Recalled.Ground.EXPIRED ? office.equals(OfficeCode.NODE.value()) : Cover.maySpeak(office);
    }
}
