package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Group;
import acorde.offices.OfficeCode;
import acorde.postgres.Keyed;
import acorde.postgres.Row;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rows of groups: one for each sitting, with all that was said in it. */
final class GroupsRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What was said in each sitting, under the act that begins it. Acts and their places tell two states of it apart; the rest is what
     * lists are read by.
     */
    static final Table<ActId, Proceedings> SITTING = Table.<ActId, Proceedings>named("groups.sitting")
            .key("act", Type.TEXT, ActId::toString)
            .column("group_code", Type.TEXT, row -> row.sitting().group())
            .column("acts", Type.INT, row -> row.said().size())
            .column("places", Type.BIGINT, GroupsRows::places)
            .column("number", Type.INT, row -> row.sitting().number())
            .column("meeting", Type.BOOL, row -> row.sitting().isMeeting())
            .column("moment", Type.BIGINT, Listing::moment)
            .column("open", Type.BOOL, Listing::isOpen)
            .column("head", Type.TEXT, row -> write(row.sitting()))
            .column("state", Type.TEXT, Listing::state)
            .column("awaited", Type.TEXT, row -> Listing.parties(Listing.awaited(row)))
            .column("minutes", Type.BIGINT, Listing::minutes)
            .column("starts", Type.TEXT, Listing::starts)
            .column("minuted", Type.TEXT, Listing::minuted)
            .column("doc", Type.TEXT, GroupsRows::write)
            .reading(row -> new Keyed<>(ActId.parse(row.text("act")), read(row)));

    private GroupsRows() {}

    /**
     * Acts are only added, or displaced by others with lower places: number and sum of places together never come
     * back.
     */
    static long places(Proceedings proceedings) {
        return proceedings.said().keySet().stream().mapToLong(ActId::index).sum();
    }

    /** The same set always gives the same characters. */
    static String write(Proceedings proceedings) {
        var doc = JsonNodeFactory.instance.objectNode();
        var said = doc.putArray("said");
        proceedings.said().values().forEach(one -> said.add(write(one)));
        return doc.toString();
    }

    /** What a sitting is by its mandate, without what was said in it. */
    static String write(Sitting sitting) {
        var head = JsonNodeFactory.instance.objectNode();
        head.put("number", sitting.number());
        head.put("quorum", sitting.quorum());
        head.put("chair", sitting.chair() == null ? null : sitting.chair().value());
        var seats = head.putArray("seats");
        for (var seat : sitting.seats()) {
            var one = seats.addObject();
            one.put("party", seat.party().value()).put("titular", seat.titular().value());
            if (seat.alternate() != null) one.put("alternate", seat.alternate().value());
        }
        return head.toString();
    }

    private static ObjectNode write(Utterance<Saying> one) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("act", one.act().toString())
                .put("at", one.at().toEpochMilli())
                .put("office", one.office().value())
                .put("hash", one.hash().hex())
                .put("kind", one.saying().kind());
        node.set("body", one.saying().body());
        if (one.documents() > 0) node.put("documents", one.documents());
        return node;
    }

    private static Proceedings read(Row row) {
        var sitting = sitting(ActId.parse(row.text("act")), row.text("group_code"), row.text("head"));
        var said = new TreeMap<ActId, Utterance<Saying>>();
        for (var one : JSON.readTree(row.text("doc")).path("said")) {
            var utterance = utterance(one);
            said.put(utterance.act(), utterance);
        }
        return new Proceedings(sitting, said);
    }

    /** @param written as {@link #write(Sitting)} has it */
    static Sitting sitting(ActId act, String group, String written) {
        var head = JSON.readTree(written);
        var seats = new ArrayList<Group.Seat>();
        for (var seat : head.path("seats"))
            seats.add(new Group.Seat(
                    new PartyCode(seat.path("party").stringValue()),
                    new OfficeCode(seat.path("titular").stringValue()),
                    office(seat.path("alternate").asString(null))));
        var chair = head.path("chair").asString(null);
        return new Sitting(
                act,
                group,
                head.path("number").intValue(),
                seats,
                head.path("quorum").intValue(),
                chair == null ? null : new PartyCode(chair));
    }

    private static @Nullable OfficeCode office(@Nullable String code) {
        return code == null ? null : new OfficeCode(code);
    }

    private static Utterance<Saying> utterance(JsonNode node) {
        var kind = node.path("kind").stringValue();
        var body = node.path("body");
        return new Utterance<>(
                ActId.parse(node.path("act").stringValue()),
                Instant.ofEpochMilli(node.path("at").longValue()),
                new OfficeCode(node.path("office").stringValue()),
                Hash.ofHex(node.path("hash").stringValue()),
                saying(kind, body),
                node.path("documents").asInt(0));
    }

    private static Saying saying(String kind, JsonNode body) {
        if (kind.equals(Saying.MINUTES))
            return new Saying.Minutes(
                    ActId.parse(body.path("sitting").stringValue()),
                    body.hasNonNull("amends") ? ActId.parse(body.path("amends").stringValue()) : null,
                    null);
        if (kind.equals(Saying.POINTS_PROPOSED) && body.path("points").isEmpty())
            return new Saying.Points(ActId.parse(body.path("sitting").stringValue()), List.of());
        return switch (Saying.read(kind, body)) {
            case Saying.Reading.Heard(var saying) -> saying;
            case Saying.Reading.Unheard(var faults) ->
                throw new IllegalStateException("what was accepted cannot be read: " + kind + faults);
        };
    }
}
