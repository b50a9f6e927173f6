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
        var sitting = proceedings.sitting();
        doc.put("number", sitting.number());
        doc.put("quorum", sitting.quorum());
        doc.put("chair", sitting.chair() == null ? null : sitting.chair().value());
        var seats = doc.putArray("seats");
        for (var seat : sitting.seats()) {
            var one = seats.addObject();
            one.put("party", seat.party().value()).put("titular", seat.titular().value());
            if (seat.alternate() != null) one.put("alternate", seat.alternate().value());
        }
        var said = doc.putArray("said");
        proceedings.said().values().forEach(one -> said.add(write(one)));
        return doc.toString();
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
        var doc = JSON.readTree(row.text("doc"));
        var seats = new ArrayList<Group.Seat>();
        for (var seat : doc.path("seats"))
            seats.add(new Group.Seat(
                    new PartyCode(seat.path("party").stringValue()),
                    new OfficeCode(seat.path("titular").stringValue()),
                    office(seat.path("alternate").asString(null))));
        var chair = doc.path("chair").asString(null);
        var sitting = new Sitting(
                ActId.parse(row.text("act")),
                row.text("group_code"),
                doc.path("number").intValue(),
                seats,
                doc.path("quorum").intValue(),
                chair == null ? null : new PartyCode(chair));
        var said = new TreeMap<ActId, Utterance<Saying>>();
        for (var one : doc.path("said")) {
            var utterance = utterance(one);
            said.put(utterance.act(), utterance);
        }
        return new Proceedings(sitting, said);
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
