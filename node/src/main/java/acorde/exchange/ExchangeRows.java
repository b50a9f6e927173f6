package acorde.exchange;

import acorde.acts.ActId;
import acorde.postgres.Keyed;
import acorde.postgres.Row;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of exchange: which act carries a report for whom, and what was ordered given up. No text of a report stands in them. */
// longer than a file should be: every statement on these tables
record ExchangeRows(JdbcClient jdbc) {
    static final Table<ActId, Carried> ITEM = Table.<ActId, Carried>named("exchange.item")
            .key("act", Type.TEXT, ActId::toString)
            .column("provider", Type.TEXT, row -> row.provider().value())
            .column("ref", Type.TEXT, row -> row.ref().value())
            .column("holder", Type.TEXT, Carried::holder)
            .column("said", Type.BIGINT, Carried::said)
            .column("outline", Type.TEXT, Carried::outline)
            .column("turn", Type.TEXT, row -> row.turn().name())
            .column("request", Type.TEXT, Carried::request)
            .column("renewed", Type.TEXT, Carried::renewed)
            .reading(row -> new Keyed<>(
                    ActId.parse(row.text("act")),
                    new Carried(
                            new PartyCode(row.text("provider")),
                            new Ref(row.text("ref")),
                            row.text("holder"),
                            row.bigint("said"),
                            row.text("outline"),
                            Carried.Turned.valueOf(row.text("turn")),
                            row.text("request"),
                            row.text("renewed"))));

    /** The whole of each report of this party's, so that none is sent twice. */
    static final Table<Ref, ActId> SENT = Table.<Ref, ActId>named("exchange.sent")
            .key("ref", Type.TEXT, Ref::value)
            .column("act", Type.TEXT, ActId::toString)
            .reading(row -> new Keyed<>(new Ref(row.text("ref")), ActId.parse(row.text("act"))));

    /** By the copy: however many orders there are for one, the first in its provider's log counts. */
    static final Table<ActId, Ordered> RECALL = Table.<ActId, Ordered>named("exchange.recall")
            .key("item", Type.TEXT, ActId::toString)
            .column("act", Type.TEXT, row -> row.order().toString())
            .column("provider", Type.TEXT, row -> row.order().party().value())
            .column("idx", Type.BIGINT, row -> row.order().index())
            .column("holder", Type.TEXT, row -> row.holder().value())
            .column("ground", Type.TEXT, row -> row.why().ground().name())
            .column("due", Type.DATE, row -> row.why().by())
            .column("said", Type.BIGINT, Ordered::said)
            .column(
                    "answer",
                    Type.TEXT,
                    row -> ofAnswer(row, answer -> answer.act().toString()))
            .column(
                    "answered",
                    Type.BIGINT,
                    row -> ofAnswer(row, answer -> answer.at().toEpochMilli()))
            .column("held", Type.BOOL, row -> ofAnswer(row, Recalled.Answer::held))
            .reading(row -> new Keyed<>(
                    ActId.parse(row.text("item")),
                    new Ordered(
                            ActId.parse(row.text("act")),
                            new PartyCode(row.text("holder")),
                            new Recalled.Why(Recalled.Ground.valueOf(row.text("ground")), row.date("due")),
                            row.bigint("said"),
                            answer(row))));

    /**
     * Of what this party was ordered to give up, whether the core hid it here (AS-1): the copy, which said so, is gone. It follows from no act that is
     * left, so it is no derived table, and a replay leaves it as it is.
     */
    static final Table<ActId, Held> HELD = Table.<ActId, Held>named("exchange.held")
            .key("item", Type.TEXT, ActId::toString)
            .column("hidden", Type.BOOL, Held::hidden)
            .reading(row -> new Keyed<>(ActId.parse(row.text("item")), new Held(row.bool("hidden"))));

    /** How a copy was here while it was. */
    record Held(boolean hidden) {}

    static final Table<Reached, Told> RECEIVED = Table.<Reached, Told>named("exchange.received")
            .key("item", Type.TEXT, key -> key.item().toString())
            .key("holder", Type.TEXT, key -> key.holder().value())
            .key("stage", Type.TEXT, key -> key.stage().name())
            .column("act", Type.TEXT, row -> row.act().toString())
            .column("said", Type.BIGINT, Told::said)
            .column("rules", Type.TEXT, Told::rules)
            .reading(row -> new Keyed<>(
                    new Reached(
                            ActId.parse(row.text("item")),
                            new PartyCode(row.text("holder")),
                            Received.Stage.valueOf(row.text("stage"))),
                    new Told(ActId.parse(row.text("act")), row.bigint("said"), row.text("rules"))));

    static final Table<Given, Came> OUTCOME = Table.<Given, Came>named("exchange.outcome")
            .key("item", Type.TEXT, key -> key.item().toString())
            .key("holder", Type.TEXT, key -> key.holder().value())
            .column("kind", Type.TEXT, row -> row.kind().name())
            .column("office", Type.TEXT, Came::office)
            .column("act", Type.TEXT, row -> row.act().toString())
            .column("said", Type.BIGINT, Came::said)
            .reading(row -> new Keyed<>(
                    new Given(ActId.parse(row.text("item")), new PartyCode(row.text("holder"))),
                    new Came(
                            Outcome.Kind.valueOf(row.text("kind")),
                            row.text("office"),
                            ActId.parse(row.text("act")),
                            row.bigint("said"))));

    /** A copy, and who says that it has it. */
    record Given(ActId item, PartyCode holder) {}

    record Came(Outcome.Kind kind, String office, ActId act, long said) {}

    /** A copy, who says that it has it, and how far it has come there. */
    record Reached(ActId item, PartyCode holder, Received.Stage stage) {}

    /** @param rules their ids with a space between */
    record Told(ActId act, long said, String rules) {}

    /**
     * @param provider who gave it
     * @param holder whose copy it is; empty for the whole, which its provider keeps
     * @param said when its author says so, ms since 1970
     * @param outline as {@link Item#outline} reads it
     * @param request the act it answers; empty if it answers none
     * @param renewed the last act that set its day of review anew; empty if none did
     */
    record Carried(
            PartyCode provider,
            Ref ref,
            String holder,
            long said,
            String outline,
            Turned turn,
            String request,
            String renewed) { // as the columns
        /** What it is, for lists that look for one kind. */
        enum Turned {
            TELLS,
            WARNS,
            ASKS,
            INTERIM,
            ANSWERS
        }
    }

    record Ordered(
            ActId order,
            PartyCode holder,
            Recalled.Why why,
            long said,
            Recalled.@Nullable Answer answer) { // as the columns
        Ordered answered(Recalled.Answer by) {
            return new Ordered(order, holder, why, said, by);
        }

        Recalled of(ActId item) {
            return new Recalled(order, item, holder, why, Instant.ofEpochMilli(said), answer);
        }
    }

    private static <T> @Nullable T ofAnswer(Ordered row, Function<Recalled.Answer, T> part) {
        var answer = row.answer();
        return answer == null ? null : part.apply(answer);
    }

    private static Recalled.@Nullable Answer answer(Row row) {
        var act = row.textOrNull("answer");
        return act == null
                ? null
                : new Recalled.Answer(ActId.parse(act), Instant.ofEpochMilli(row.bigint("answered")), row.bool("held"));
    }

    static ExchangeRows of(DataSource readers) {
        return new ExchangeRows(JdbcClient.create(readers));
    }

    Optional<Carried> item(ActId act) {
        return jdbc.sql("select * from exchange.item where act = ?")
                .param(act.toString())
                .query((row, number) -> ITEM.keyed(row).row())
                .optional();
    }

    /** Those of a holder behind a place, newest first. @param holder empty for what this party sent @param without providers */
    List<Keyed<ActId, Carried>> behind( // whose, from where on, and how many
            String holder, Mailbox.Place place, Collection<PartyCode> without, int most) {
        return jdbc.sql("select * from exchange.item where holder = ? and (said, act) < (?, ?) and provider <> all(?)"
                        + " order by said desc, act desc limit ?")
                .params(holder, place.said(), place.act(), codes(without), most)
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    /** Those of these acts that stand in a mailbox of a party's: what it was given, and the whole of what it gave. */
    List<Keyed<ActId, Carried>> listed(PartyCode party, Collection<String> acts) {
        return jdbc.sql("select * from exchange.item where act = any(?) and " + LISTED + " order by act")
                .params(acts.toArray(String[]::new), party.value(), party.value())
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    /** All of them behind one, as they are named. */
    List<Keyed<ActId, Carried>> listed(PartyCode party, String last, int most) {
        return jdbc.sql("select * from exchange.item where act > ? and " + LISTED + " order by act limit ?")
                .params(last, party.value(), party.value(), most)
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    private static final String LISTED = "(holder = ? or holder = '' and provider = ?)";

    /** Requests one party asked, or was asked. */
    record Asked(PartyCode self, Mailbox.Way way, Part part) {
        enum Part {
            /** Nobody answered for good, nor ordered given up: the oldest first from a place on. */
            UNANSWERED,
            /** Answered, and not ordered given up: the newest first behind a place. */
            ANSWERED,
            /** The newest first behind a place. */
            ALL
        }

        /** As SQL. */
        private String condition() {
            var answered = "exists (select from exchange.item a where a.request = i.act"
                    + " and a.turn = 'ANSWERS' and a.provider = i.holder and a.holder = i.provider"
                    + " and not exists (select from exchange.recall r where r.item = a.act))"
                    + " and not exists (select from exchange.recall r where r.item = i.act)";
            return switch (part) {
                case UNANSWERED -> "(said, act) > (?, ?) and not " + answered;
                case ANSWERED -> "(said, act) < (?, ?) and " + answered;
                case ALL -> "(said, act) < (?, ?)";
            };
        }
    }

    /** @param without other parties */
    List<Keyed<ActId, Carried>> asked(Asked which, Mailbox.Place place, Collection<PartyCode> without, int most) {
        var whose = which.way() == Mailbox.Way.RECEIVED
                ? "holder = ? and provider <> all(?)"
                : "provider = ? and holder <> '' and holder <> all(?)";
        var order = which.part() == Asked.Part.UNANSWERED ? "said, act" : "said desc, act desc";
        return jdbc.sql("select * from exchange.item i where turn = 'ASKS' and " + whose + " and " + which.condition()
                        + " order by " + order + " limit ?")
                .params(which.self().value(), codes(without), place.said(), place.act(), most)
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    /** What parties answered to their copies of requests and did not take back, as who asked was given it; of each the first first. */
    List<Keyed<ActId, Carried>> answers(Collection<Item.Copy> requests, int most) {
        return jdbc.sql(
                        "select a.* from unnest(?, ?, ?) as q (act, asked, asks), lateral (select * from exchange.item i"
                                + " where request = q.act and provider = q.asked and holder = q.asks"
                                + " and not exists (select from exchange.recall r where r.item = i.act)"
                                + " order by said, act limit ?) a order by a.request, a.said, a.act")
                .params(
                        requests.stream().map(copy -> copy.act().toString()).toArray(String[]::new),
                        codes(requests.stream().map(Item.Copy::holder).toList()),
                        codes(requests.stream().map(copy -> copy.act().party()).toList()),
                        most)
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    /** Those of these copies that their holder was given and not ordered to give up. */
    List<Keyed<ActId, Carried>> kept(Collection<Item.Copy> copies) {
        return jdbc.sql("select i.* from unnest(?, ?) as c (act, holder) join exchange.item i using (act, holder)"
                        + " where not exists (select from exchange.recall r where r.item = i.act)")
                .params(
                        copies.stream().map(copy -> copy.act().toString()).toArray(String[]::new),
                        codes(copies.stream().map(Item.Copy::holder).toList()))
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    /** The wholes of reports that a party sent. */
    List<Keyed<ActId, Carried>> wholes(PartyCode provider, Collection<Ref> refs) {
        return jdbc.sql("select i.* from exchange.sent s join exchange.item i using (act)"
                        + " where s.ref = any(?) and i.provider = ?")
                .params(refs.stream().map(Ref::value).toArray(String[]::new), provider.value())
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    /** The whole of a report that a party sent. */
    Optional<Keyed<ActId, Carried>> whole(PartyCode provider, Ref ref) {
        return jdbc.sql(
                        "select i.* from exchange.sent s join exchange.item i using (act) where s.ref = ? and i.provider = ?")
                .params(ref.value(), provider.value())
                .query((row, number) -> ITEM.keyed(row))
                .optional();
    }

    /** What others gave under this name. */
    List<Keyed<ActId, Carried>> given(Collection<PartyCode> others, Ref ref) {
        return jdbc.sql("select * from exchange.item where provider = any(?) and ref = ?")
                .params(codes(others), ref.value())
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    /** The copies of a report that a party sent. */
    List<Keyed<ActId, Carried>> copies(PartyCode provider, Ref ref) {
        return jdbc.sql("select * from exchange.item where provider = ? and ref = ? and holder <> ''"
                        + " order by holder, act")
                .params(provider.value(), ref.value())
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    /** What was ordered of these copies, in the order of the orders. */
    List<Recalled> orders(Collection<ActId> items) {
        return jdbc.sql("select * from exchange.recall where item = any(?) order by provider, idx, item")
                .param(items.stream().map(ActId::toString).toArray(String[]::new))
                .query((row, number) -> recalled(RECALL.keyed(row)))
                .list();
    }

    /**
     * The latest orders to a holder, but for those of copies that were hidden from it: of each provider as many, by the place in its log, whatever
     * time it gives.
     */
    List<Recalled> orders(PartyCode holder, Collection<PartyCode> providers, int most) {
        return jdbc.sql("select r.* from unnest(?) as p (code), lateral (select * from exchange.recall o"
                        + " where holder = ? and provider = p.code"
                        + " and not exists (select from exchange.held h where h.item = o.item and h.hidden)"
                        + " order by idx desc limit ?) r order by provider, idx desc, item")
                .params(codes(providers), holder.value(), most)
                .query((row, number) -> recalled(RECALL.keyed(row)))
                .list();
    }

    /** What a provider ordered given up and nobody has answered for, what is due first before the rest, each with the act that carries the whole. */
    List<Unanswered> unansweredOf(PartyCode provider, int most) {
        return jdbc.sql("select r.*, w.act as whole from exchange.recall r join exchange.item i on i.act = r.item"
                        + " join exchange.item w on w.provider = i.provider and w.ref = i.ref and w.holder = ''"
                        + " where r.provider = ? and r.answer is null order by r.due, r.idx limit ?")
                .params(provider.value(), most)
                .query((row, number) ->
                        new Unanswered(ActId.parse(row.getString("whole")), recalled(RECALL.keyed(row))))
                .list();
    }

    /** What a holder was ordered to give up and has not answered for: of each provider as many, the oldest first. */
    List<Recalled> unanswered(PartyCode holder, Collection<PartyCode> providers, int most) {
        return jdbc.sql("select r.* from unnest(?) as p (code), lateral (select * from exchange.recall"
                        + " where holder = ? and provider = p.code and answer is null order by idx limit ?) r"
                        + " order by idx, provider, item")
                .params(codes(providers), holder.value(), most)
                .query((row, number) -> recalled(RECALL.keyed(row)))
                .list();
    }

    /** Those of these acts whose copies their holder was ordered to give up. */
    Set<ActId> ordered(PartyCode holder, Collection<ActId> items) {
        return Set.copyOf(jdbc.sql("select item from exchange.recall where item = any(?) and holder = ?")
                .params(items.stream().map(ActId::toString).toArray(String[]::new), holder.value())
                .query((row, number) -> ActId.parse(row.getString("item")))
                .list());
    }

    /** Those of these copies that were here when their order came, and were hidden, or not. */
    Set<ActId> held(boolean hidden, Collection<ActId> items) {
        return acts("select item as act from exchange.held where item = any(?) and hidden = " + hidden, items);
    }

    /** Those of these acts whose item is here. */
    Set<ActId> standing(Collection<ActId> items) {
        return acts("select act from exchange.item where act = any(?)", items);
    }

    private Set<ActId> acts(String sql, Collection<ActId> items) {
        return Set.copyOf(jdbc.sql(sql)
                .param(items.stream().map(ActId::toString).toArray(String[]::new))
                .query((row, number) -> ActId.parse(row.getString("act")))
                .list());
    }

    /** How many orders of a provider its holder has answered since a time. */
    int answered(PartyCode holder, PartyCode provider, Instant since) {
        return jdbc.sql("select count(*) from exchange.recall where holder = ? and provider = ? and answered >= ?")
                .params(holder.value(), provider.value(), since.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /** What the holders of copies said of them. */
    List<Received> received(Collection<Item.Copy> copies) {
        return jdbc.sql("select r.* from unnest(?, ?) as c (item, holder) join exchange.received r using (item, holder)"
                        + " order by r.said, r.stage, r.holder")
                .params(
                        copies.stream().map(copy -> copy.act().toString()).toArray(String[]::new),
                        codes(copies.stream().map(Item.Copy::holder).toList()))
                .query((row, number) -> received(RECEIVED.keyed(row)))
                .list();
    }

    /** What the holders of copies last said came of them. */
    List<Outcome> outcomes(Collection<Item.Copy> copies) {
        return jdbc.sql("select o.* from unnest(?, ?) as c (item, holder) join exchange.outcome o using (item, holder)"
                        + " order by o.said, o.item")
                .params(
                        copies.stream().map(copy -> copy.act().toString()).toArray(String[]::new),
                        codes(copies.stream().map(Item.Copy::holder).toList()))
                .query((row, number) -> outcome(OUTCOME.keyed(row)))
                .list();
    }

    private static Outcome outcome(Keyed<Given, Came> row) {
        var came = row.row();
        return new Outcome(
                row.key().item(), row.key().holder(), came.kind(), came.office(), Instant.ofEpochMilli(came.said()));
    }

    /** Those of these copies that their holder has said to have opened. */
    Set<ActId> opened(PartyCode holder, Collection<ActId> items) {
        return Set.copyOf(jdbc.sql("select item from exchange.received where holder = ? and stage = 'OPENED'"
                        + " and item = any(?)")
                .params(holder.value(), items.stream().map(ActId::toString).toArray(String[]::new))
                .query((row, number) -> ActId.parse(row.getString("item")))
                .list());
    }

    /** Reports of a provider's of which a copy ended before a day and was not ordered given up: what ended first before the rest. */
    List<Ref> ended(PartyCode provider, LocalDate day, int most) {
        return jdbc.sql("select ref from exchange.item i where provider = ? and ends < ? and holder <> ''"
                        + " and not exists (select from exchange.recall r where r.item = i.act)"
                        + " group by ref order by min(ends), ref limit ?")
                .params(provider.value(), day.toString(), most)
                .query((row, number) -> new Ref(row.getString("ref")))
                .list();
    }

    private static Received received(Keyed<Reached, Told> row) {
        var key = row.key();
        var told = row.row();
        var rules = told.rules().isEmpty()
                ? List.<String>of()
                : List.of(told.rules().split(" "));
        return new Received(key.item(), key.holder(), key.stage(), Instant.ofEpochMilli(told.said()), rules);
    }

    /** Copies of a provider's that their holder has not said to have accepted or declined. */
    List<Keyed<ActId, Carried>> unacknowledged(PartyCode holder, PartyCode provider, int most) {
        return jdbc.sql("select * from exchange.item i where holder = ? and provider = ? and not exists"
                        + " (select from exchange.received r where r.item = i.act and r.holder = i.holder"
                        + " and r.stage in ('ACCEPTED', 'DECLINED')) order by said, act limit ?")
                .params(holder.value(), provider.value(), most)
                .query((row, number) -> ITEM.keyed(row))
                .list();
    }

    private static String[] codes(Collection<PartyCode> parties) {
        return parties.stream().map(PartyCode::value).toArray(String[]::new);
    }

    private static Recalled recalled(Keyed<ActId, Ordered> row) {
        return row.row().of(row.key());
    }
}
