package acorde.onward;

import acorde.acts.ActId;
import acorde.exchange.Item;
import acorde.exchange.Ref;
import acorde.policy.Purpose;
import acorde.postgres.Keyed;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was asked of providers, and what they said to it. */
record OnwardRows(JdbcClient jdbc) {
    /** However often somebody asks the same, the last in its log counts: a partner fills no table by asking. */
    static final Table<Would, Spoken> ASK = Table.<Would, Spoken>named("onward.ask")
            .key("copy", Type.TEXT, key -> key.copy().toString())
            .key("asker", Type.TEXT, key -> key.asker().value())
            .key("party", Type.TEXT, key -> key.to().value())
            .column("act", Type.TEXT, row -> row.act().toString())
            .column("provider", Type.TEXT, row -> row.provider().value())
            .column("office", Type.TEXT, Spoken::office)
            .column("purpose", Type.TEXT, row -> row.purpose().code())
            .column("why", Type.TEXT, row -> row.why().name())
            .column("said", Type.BIGINT, Spoken::said)
            .reading(row -> new Keyed<>(
                    new Would(
                            ActId.parse(row.text("copy")),
                            new PartyCode(row.text("asker")),
                            new PartyCode(row.text("party"))),
                    new Spoken(
                            ActId.parse(row.text("act")),
                            new PartyCode(row.text("provider")),
                            row.text("office"),
                            new Purpose(row.text("purpose")),
                            Wish.Why.valueOf(row.text("why")),
                            row.bigint("said"))));

    static final Table<To, Answered> ANSWER = Table.<To, Answered>named("onward.answer")
            .key("ask", Type.TEXT, key -> key.ask().toString())
            .key("provider", Type.TEXT, key -> key.provider().value())
            .column("act", Type.TEXT, row -> row.act().toString())
            .column("office", Type.TEXT, Answered::office)
            .column("said", Type.BIGINT, Answered::said)
            .column("ref", Type.TEXT, Answered::ref)
            .column("party", Type.TEXT, Answered::party)
            .column("purpose", Type.TEXT, Answered::purpose)
            .reading(row -> new Keyed<>(
                    new To(ActId.parse(row.text("ask")), new PartyCode(row.text("provider"))),
                    new Answered(
                            ActId.parse(row.text("act")),
                            row.text("office"),
                            row.bigint("said"),
                            row.text("ref"),
                            row.text("party"),
                            row.text("purpose"))));

    /** Who would give which copy on, to whom. What another says of it than its holder leads to nothing. */
    record Would(ActId copy, PartyCode asker, PartyCode to) {}

    record Spoken(
            ActId act, PartyCode provider, String office, Purpose purpose, Wish.Why why, long said) {} // as the columns

    /** Which act that asks was answered, and by whom. What another says to it than who was asked is looked up nowhere. */
    record To(ActId ask, PartyCode provider) {}

    /** Why this party refused, by the act that asks. */
    static final Table<ActId, Noted> NOTED = Table.<ActId, Noted>named("onward.noted")
            .key("ask", Type.TEXT, ActId::toString)
            .column("act", Type.TEXT, row -> row.act().toString())
            .column("ground", Type.TEXT, row -> row.ground().name())
            .reading(row -> new Keyed<>(
                    ActId.parse(row.text("ask")),
                    new Noted(ActId.parse(row.text("act")), Wish.Ground.valueOf(row.text("ground")))));

    static final Table<ActId, Back> WITHDRAWN = Table.<ActId, Back>named("onward.withdrawn")
            .key("ask", Type.TEXT, ActId::toString)
            .column("act", Type.TEXT, row -> row.act().toString())
            .column("said", Type.BIGINT, Back::said)
            .reading(row -> new Keyed<>(
                    ActId.parse(row.text("ask")), new Back(ActId.parse(row.text("act")), row.bigint("said"))));

    /** @param ref with party and purpose empty if it was refused */
    record Answered(ActId act, String office, long said, String ref, String party, String purpose) {} // as the columns

    record Noted(ActId act, Wish.Ground ground) {}

    /** That who asked takes it back. */
    record Back(ActId act, long said) {}

    static OnwardRows of(DataSource readers) {
        return new OnwardRows(JdbcClient.create(readers));
    }

    private static final String ENDED = "select a.*, x.act as by, x.said as answered, x.ref, n.ground,"
            + " w.act as back, w.said as backed from onward.ask a"
            + " left join onward.answer x on x.ask = a.act and x.provider = a.provider"
            + " left join onward.noted n on n.ask = a.act left join onward.withdrawn w on w.ask = a.act ";

    /** What those who hold these copies asked about them, of each other party the last. */
    List<Wish> wishes(Collection<Item.Copy> copies, int most) {
        return jdbc.sql(ENDED + "join unnest(?, ?) as c (copy, asker) on c.copy = a.copy and c.asker = a.asker"
                        + " order by a.said, a.act limit ?")
                .params(
                        copies.stream().map(copy -> copy.act().toString()).toArray(String[]::new),
                        copies.stream().map(copy -> copy.holder().value()).toArray(String[]::new),
                        most)
                .query((row, number) -> wish(row))
                .list();
    }

    /** What a provider is asked by this act, if nothing was asked since in its place. */
    Optional<Wish> wish(ActId act, PartyCode provider) {
        return jdbc.sql(ENDED + "where a.act = ? and a.asker = ? and a.provider = ?")
                .params(act.toString(), act.party().value(), provider.value())
                .query((row, number) -> wish(row))
                .optional();
    }

    /** What a provider was asked and is open: of each party as many, what was asked first before the rest. */
    List<Wish> open(PartyCode provider, Collection<PartyCode> askers, int each) {
        return open("provider", provider, "asker", askers, each);
    }

    /** What a party asks and is open: of each provider as many, what was asked first before the rest. */
    List<Wish> asked(PartyCode asker, Collection<PartyCode> providers, int each) {
        return open("asker", asker, "provider", providers, each);
    }

    /** Asked of one party by another, the latest, among which those are sought that are open: a partner makes nobody look through all it took back. */
    private static final int AMONG = 5_000;

    private List<Wish> open( // whose wishes, and with whom
            String as, PartyCode party, String with, Collection<PartyCode> others, int each) {
        return jdbc.sql("select a.*, null as by, null as back from unnest(?) as p (code),"
                        + " lateral (select * from (select * from onward.ask where " + as + " = ? and " + with
                        + " = p.code order by said desc, act desc limit " + AMONG + ") o where not exists"
                        + " (select from onward.answer x where x.ask = o.act and x.provider = o.provider)"
                        + " and not exists (select from onward.withdrawn w where w.ask = o.act)"
                        + " order by said, act limit ?) a order by a.said, a.act")
                .params(others.stream().map(PartyCode::value).toArray(String[]::new), party.value(), each)
                .query((row, number) -> wish(row))
                .list();
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                ActId.parse(row.getString("act")),
                row.getString("office"),
                Instant.ofEpochMilli(row.getLong("said")),
                new Wish.Asked(
                        ActId.parse(row.getString("copy")),
                        new PartyCode(row.getString("party")),
                        new Purpose(row.getString("purpose")),
                        Wish.Why.valueOf(row.getString("why"))),
                answer(row));
    }

    /** The word of the provider goes before that of who asked: both may have spoken at once. */
    private static Wish.@Nullable Answer answer(ResultSet row) throws SQLException {
        var act = row.getString("by");
        if (act == null) return back(row);
        var at = Instant.ofEpochMilli(row.getLong("answered"));
        if (!row.getString("ref").isEmpty()) return new Wish.Granted(ActId.parse(act), at);
        var ground = row.getString("ground");
        return new Wish.Refused(ActId.parse(act), at, ground == null ? null : Wish.Ground.valueOf(ground));
    }

    private static Wish.@Nullable Answer back(ResultSet row) throws SQLException {
        var act = row.getString("back");
        return act == null ? null : new Wish.Withdrawn(ActId.parse(act), Instant.ofEpochMilli(row.getLong("backed")));
    }

    /** The leaves a provider gave about a report, in the order of its log. */
    List<Leave> leaves(PartyCode provider, Ref ref, int most) {
        return jdbc.sql("select * from onward.answer where provider = ? and ref = ? and ref <> ''"
                        + " order by split_part(act, '/', 2)::bigint limit ?")
                .params(provider.value(), ref.value(), most)
                .query((row, number) -> new Leave(
                        ActId.parse(row.getString("act")),
                        ActId.parse(row.getString("ask")).party(),
                        new PartyCode(row.getString("party")),
                        new Purpose(row.getString("purpose")),
                        Instant.ofEpochMilli(row.getLong("said"))))
                .list();
    }
}
