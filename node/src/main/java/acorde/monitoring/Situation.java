package acorde.monitoring;

import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a light is computed from. Days are those of UTC, so that all nodes show the same.
 *
 * <p>When something was said is its author's claim, so no verdict rests on it. A light is none; and who dates a report
 * ahead gains nothing: a day that has not come yet counts as never.
 */
public record Situation(Agreed agreed, Facts facts, Days days, LocalDate today) {
    /** Days by which the clocks of two nodes may differ. */
    private static final int AHEAD = 1;

    Optional<Account> account(PartyCode party) {
        return Optional.ofNullable(facts.accounts().get(party));
    }

    /**
     * Whether a day has come, on any node's clock: one that has not is that of no report, and nothing is done on it.
     */
    public static boolean hasCome(LocalDate day, LocalDate today) {
        return !day.isAfter(lastCome(today));
    }

    /** The last day that {@link #hasCome}. */
    public static LocalDate lastCome(LocalDate today) {
        return today.plusDays(AHEAD);
    }

    /** The day from which what was agreed is waited for. */
    LocalDate since() {
        return agreed.since().by(today);
    }

    /** Whether a party reports all of this text done. */
    boolean finished(PartyCode party) {
        return account(party)
                .map(Account::latest)
                .filter(latest -> latest.on() != null
                        && hasCome(latest.on(), today)
                        && latest.version().equals(agreed.version()))
                .isPresent();
    }

    /** The steps a party owes and does not report done. */
    Stream<Agreed.Step> open(PartyCode party) {
        return finished(party) ? Stream.empty() : owed(party).filter(step -> !reportedDone(party, step));
    }

    Stream<Agreed.Step> owed(PartyCode party) {
        return agreed.steps().stream().filter(step -> step.owers().contains(party));
    }

    boolean reportedDone(PartyCode party, Agreed.Step step) {
        return finished(party)
                || account(party)
                        .map(account -> account.latest().done().get(step.code()))
                        .filter(day -> hasCome(day, today))
                        .isPresent();
    }

    /** The day of a party's last word, or the day of the text if that is later. */
    LocalDate heard(PartyCode party) {
        var day = account(party).map(account -> day(account.latest().spoken())).orElse(null);
        return day == null || day.isBefore(since()) ? since() : day;
    }

    /** The day of a party's last evidence; null if it has shown none. */
    @Nullable
    LocalDate provenSince(PartyCode party) {
        var proven = account(party).map(Account::proven).orElse(null);
        return proven == null ? null : day(proven);
    }

    /** Whether more days than the cadence have gone by since. */
    boolean isStale(LocalDate since) {
        return since.plusDays(days.cadence()).isBefore(today);
    }

    private @Nullable LocalDate day(Account.Spoken spoken) {
        var day = LocalDate.ofInstant(spoken.at(), ZoneOffset.UTC);
        return hasCome(day, today) ? day : null;
    }
}
