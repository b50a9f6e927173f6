package acorde.exchange;

import acorde.acts.ActId;
import acorde.offices.OfficeCode;
import acorde.policy.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The order in which what is exchanged came to be there for programs, as it is read. No text of a report stands in it. */
record ArrivalRows(JdbcClient jdbc) {
    /** Of one act, in all lists in which it stands: read from any of them, once. */
    private static final String ONCE = "select distinct on (f.added) f.added, f.act, f.name, f.gone from ";

    private static final String WITH_ITEMS =
            "select a.added, a.act as listed, a.name, a.gone, i.* from (%s order by f.added"
                    + " limit ?) a left join exchange.item i on i.act = a.act order by a.added";

    /** From a place on, each list by itself: so a page takes as long wherever it begins. */
    private static final String BEHIND = WITH_ITEMS.formatted(ONCE
            + "unnest(?, ?) as l (list, office), lateral (select added, act, name, gone from exchange.arrival"
            + " where list = l.list and office = l.office and added > ? order by added limit ?) f");

    private static final String NAMED = WITH_ITEMS.formatted(ONCE
            + "exchange.arrival f join unnest(?, ?) as l (list, office) using (list, office)"
            + " where f.added > ? and f.name = any(?::text[]::uuid[])");

    /**
     * @param carried null if it is here no more
     * @param gone when its author said what the reader took away and was given up since, ms since 1970; null of everything else
     */
    record Row(
            Listed.Place place,
            ExchangeRows.@Nullable Carried carried,
            @Nullable Long gone) {}

    /** Which of it. @param office whose programs ask @param names the only ones; empty for any */
    record Which(List<String> lists, String office, long after, Set<UUID> names) {
        private String[] twice() {
            return Stream.concat(lists.stream(), lists.stream()).toArray(String[]::new);
        }

        private String[] offices() {
            return Stream.concat(lists.stream().map(_ -> ""), lists.stream().map(_ -> office))
                    .toArray(String[]::new);
        }
    }

    static ArrivalRows of(DataSource readers) {
        return new ArrivalRows(JdbcClient.create(readers));
    }

    static String list(Mailbox.Way way, Purpose area) {
        return (way == Mailbox.Way.RECEIVED ? "in/" : "out/") + area.code();
    }

    List<Row> behind(Which which, int most) {
        var lists = new Object[] {which.twice(), which.offices(), which.after()};
        var asked = which.names().isEmpty()
                ? jdbc.sql(BEHIND).params(lists).param(most).param(most)
                : jdbc.sql(NAMED)
                        .params(lists)
                        .param(which.names().stream().map(UUID::toString).toArray(String[]::new))
                        .param(most);
        return asked.query((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var place = new Listed.Place(
                ActId.parse(row.getString("listed")), row.getObject("name", UUID.class), row.getLong("added"));
        var carried = row.getString("act") == null
                ? null
                : ExchangeRows.ITEM.keyed(row).row();
        return new Row(place, carried, row.getObject("gone", Long.class));
    }

    /** Whether anything came, changed or went that was not looked at. */
    boolean isDue(Instant now) {
        return jdbc.sql("select exists (select from exchange.unlisted where due <= ?)")
                .param(now.toEpochMilli())
                .query(Boolean.class)
                .single();
    }

    /** Those of these acts that are still to be looked at, whenever. */
    List<ActId> unlisted(Collection<ActId> acts) {
        if (acts.isEmpty()) return List.of();
        return jdbc.sql("select act from exchange.unlisted where act = any(?)")
                .param(acts.stream().map(ActId::toString).toArray(String[]::new))
                .query((row, _) -> ActId.parse(row.getString("act")))
                .list();
    }

    String key() {
        return jdbc.sql("select key from exchange.arrived").query(String.class).single();
    }

    /** What an office's programs took away and was given up, by the places that tell them so, the latest first. */
    List<ActId> gone(Collection<String> lists, OfficeCode office, Instant since) {
        return jdbc.sql("select act from exchange.arrival where list = any(?) and office = ? and added > ?"
                        + " and gone is not null group by act order by max(added) desc limit 100")
                .params(lists.toArray(String[]::new), office.value(), since.toEpochMilli() * 1_000)
                .query((row, _) -> ActId.parse(row.getString("act")))
                .list();
    }

    /** Those of these acts that an office's programs have taken away. */
    Set<ActId> taken(String office, Collection<ActId> acts) {
        return Set.copyOf(jdbc.sql("select act from exchange.taken where office = ? and act = any(?)")
                .params(office, acts.stream().map(ActId::toString).toArray(String[]::new))
                .query((row, _) -> ActId.parse(row.getString("act")))
                .list());
    }
}
