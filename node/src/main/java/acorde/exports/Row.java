package acorde.exports;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Remark;
import acorde.sheets.Cell;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row while it is made, cell after cell; what is not there is blank, in as many cells as it would have had. */
final class Row {
    private final List<Cell> cells = new ArrayList<>();

    List<Cell> cells() {
        return cells;
    }

    Row text(@Nullable String text) {
        cells.add(Cell.text(text == null ? "" : text));
        return this;
    }

    Row act(@Nullable ActId act) {
        return text(act == null ? "" : act.toString());
    }

    Row hash(@Nullable Hash hash) {
        return text(hash == null ? "" : "sha256:" + hash.hex());
    }

    Row moment(@Nullable Instant moment) {
        return text(moment == null ? "" : moment.toString());
    }

    Row both(@Nullable Bilingual text) {
        return text == null ? blank(2) : text(text.es()).text(text.en());
    }

    Row remark(@Nullable Remark remark) {
        return remark == null ? blank(2) : text(remark.es()).text(remark.en());
    }

    Row codes(Collection<PartyCode> parties) {
        return text(parties.stream().map(PartyCode::value).collect(Collectors.joining(" ")));
    }

    Row acts(Collection<ActId> acts) {
        return text(acts.stream().map(ActId::toString).collect(Collectors.joining(" ")));
    }

    Row day(@Nullable LocalDate day) {
        cells.add(day == null ? Cell.BLANK : new Cell.Day(day));
        return this;
    }

    Row number(@Nullable BigDecimal number) {
        cells.add(number == null ? Cell.BLANK : new Cell.Number(number));
        return this;
    }

    Row count(int count) {
        return number(BigDecimal.valueOf(count));
    }

    Row blank(int count) {
        for (var i = 0; i < count; i++) cells.add(Cell.BLANK);
        return this;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
