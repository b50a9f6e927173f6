package acorde.requests;

import acorde.acts.Act;
import acorde.acts.Applied;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.exchange.Cover;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.requests.RequestsRows.About;
import acorde.requests.RequestsRows.Spoken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes rows of what is said of requests. Whether an act breaks a rule is found in the act alone, so that it is found alike once the request was
 * taken back.
 */
final class RequestsDuty implements Duty {
    static final String ACKNOWLEDGED = "requests.acknowledged";
    static final String EXTENDED = "requests.extended";
    static final String REFUSED = "requests.refused";

    static String kind(Word.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGED -> ACKNOWLEDGED;
            case EXTENDED -> EXTENDED;
            case REFUSED -> REFUSED;
        };
    }

    @Override
    public String schema() {
        return "requests";
    }

    /** What is said of a request is told to those alone who may see the request. */
    @Override
    public boolean opensAlone() {
        return true;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ACKNOWLEDGED, EXTENDED, REFUSED);
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(RequestsRows.WORD);
    }

    @Override
    public List<RowKey<?, ?>> reads(Act act, Past past) {
        return read(act).<RowKey<?, ?>>map(read -> new RowKey<>(RequestsRows.WORD, about(act, read))).stream()
                .toList();
    }

    private static Optional<WordText.Read> read(Act act) {
        return switch (act.kind()) {
            case ACKNOWLEDGED -> WordText.read(act, Word.Kind.ACKNOWLEDGED);
            case EXTENDED -> WordText.read(act, Word.Kind.EXTENDED);
            case REFUSED -> WordText.read(act, Word.Kind.REFUSED);
            default -> throw new IllegalStateException(act.kind() + " is no kind of requests");
        };
    }

    private static About about(Act act, WordText.Read read) {
        return new About(read.request(), act.by(), read.word().kind());
    }

    @Override
    public Applied apply(Past past, Act act) {
        if (!Cover.maySpeak(act.office())) return Applied.rejected(act, Rule.OFFICE_MAY_NOT.name());
        var read = read(act);
        if (read.isEmpty()) return Applied.rejected(act, Rule.MALFORMED.name());
        var request = read.get().request();
        if (request.party().equals(act.by()) || !act.to().equals(Set.of(request.party())))
            return Applied.rejected(act, Rule.NOT_TO_ASKER.name());
        if (!act.after().contains(request)) return Applied.rejected(act, Rule.AFTER_MISSING.name());
        var about = about(act, read.get());
        var before = past.row(RequestsRows.WORD, about);
        // Of several the first in its log counts, whichever came first.
        if (before.isPresent() && before.get().act().compareTo(act.id()) < 0) return Applied.accepted(List.of());
        var said = new Spoken(
                act.id(), act.office(), act.at().toEpochMilli(), read.get().word());
        return Applied.accepted(List.of(new RowChange.Put<>(RequestsRows.WORD, about, said)));
    }
}
