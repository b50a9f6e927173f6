package acorde.compact;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.RowKey;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an act of the compact says. {@code spec/acts-compact.md} has the bodies. */
sealed interface Saying {
    /** The party assents to the founding charter. */
    record Chartered(Hash charter) implements Saying {}

    /** History from public sources, never consented (CO-2). */
    record Announced(ItemKey item, JsonNode text) implements Saying {}

    /** A text that is to take the place of {@code base}; of nothing, if that is null. Proposing is assenting. */
    record Proposed(ItemKey item, @Nullable Hash base, JsonNode text, Remark why) implements Saying {
        /** The rounds it can take part in: that on its base, or that for the first text if its base was announced. */
        List<Round.Key> rounds() {
            var first = Round.Key.first(item);
            return base == null ? List.of(first) : List.of(new Round.Key(item, base), first);
        }

        /** The rows that decide what may be said of it. */
        List<RowKey<?, ?>> rows() {
            var rows = new ArrayList<RowKey<?, ?>>();
            rows.add(new RowKey<>(CompactRows.ITEM, item));
            for (var key : rounds()) rows.add(new RowKey<>(CompactRows.ROUND, key));
            return rows;
        }
    }

    /** Something said to a proposal. */
    sealed interface ToProposal extends Saying {
        ActId proposal();
    }

    /** Assent to exactly this text, for ever. */
    record Assented(ActId proposal, Hash text, @Nullable Remark reservation) implements ToProposal {}

    /** The end of the proposal, for ever. */
    record Refused(ActId proposal, Remark reason) implements ToProposal {}

    /** The proposer has changed its mind, and asks those who have not assented to refuse. */
    record WithdrawalAsked(ActId proposal, Remark reason) implements ToProposal {}

    String CHARTERED = "compact.chartered";
    String ANNOUNCED = "compact.announced";
    String PROPOSED = "compact.proposed";
    String ASSENTED = "compact.assented";
    String REFUSED = "compact.refused";
    String WITHDRAWAL_ASKED = "compact.withdrawal-asked";

    Set<String> KINDS = Set.of(CHARTERED, ANNOUNCED, PROPOSED, ASSENTED, REFUSED, WITHDRAWAL_ASKED);

    /** What the body of an act turned out to be. */
    sealed interface Reading {
        record Heard(Saying saying) implements Reading {}

        record Unheard(Rule rule) implements Reading {}
    }

    /** Reads the body of an act strictly. */
    static Reading read(Act act) {
        try {
            return new Reading.Heard(saying(act.kind(), act.body()));
        } catch (Unreadable e) {
            return new Reading.Unheard(e.rule);
        } catch (IllegalArgumentException e) {
            return new Reading.Unheard(Rule.MALFORMED);
        }
    }

    /** What an act proposes; empty if it is no proposal. */
    static Optional<Proposed> proposal(Act act) {
        return act.kind().equals(PROPOSED) && read(act) instanceof Reading.Heard(Proposed proposed)
                ? Optional.of(proposed)
                : Optional.empty();
    }

    private static Saying saying(String kind, JsonNode body) {
        return switch (kind) {
            case CHARTERED -> new Chartered(hash(only(body, 1), "charter"));
            case ANNOUNCED -> new Announced(item(only(body, 2)), text(body));
            case PROPOSED -> new Proposed(item(only(body, 4)), base(body), text(body), remark(member(body, "why")));
            case ASSENTED -> new Assented(proposal(only(body, 3)), hash(body, "text"), reservation(body));
            case REFUSED -> new Refused(proposal(only(body, 2)), remark(member(body, "reason")));
            case WITHDRAWAL_ASKED -> new WithdrawalAsked(proposal(only(body, 2)), remark(member(body, "reason")));
            default -> throw new Unreadable(Rule.MALFORMED);
        };
    }

    /** Leaves the reading of a body; never leaves this file. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Rule rule;

        private Unreadable(Rule rule) {
            super(
                    rule.name(),
                    null,
                    false,
                    false); // may be thrown for a million hostile acts, and nobody looks at the trace
            this.rule = rule;
        }
    }

    /** Every member of a body is looked for by name, so that as many as there should be are exactly those. */
    private static JsonNode only(JsonNode body, int members) {
        if (body.size() != members) throw new Unreadable(Rule.MALFORMED);
        return body;
    }

    private static JsonNode member(JsonNode body, String name) {
        var value = body.get(name);
        if (value == null) throw new Unreadable(Rule.MALFORMED);
        return value;
    }

    private static String word(JsonNode body, String name) {
        var value = member(body, name);
        if (!value.isString()) throw new Unreadable(Rule.MALFORMED);
        return value.stringValue();
    }

    private static ItemKey item(JsonNode body) {
        return ItemKey.parse(word(body, "item"));
    }

    private static ActId proposal(JsonNode body) {
        return ActId.parse(word(body, "proposal"));
    }

    private static JsonNode text(JsonNode body) {
        var text = member(body, "text");
        if (!text.isObject()) throw new Unreadable(Rule.MALFORMED);
        return text;
    }

    private static @Nullable Hash base(JsonNode body) {
        return member(body, "base").isNull() ? null : hash(body, "base");
    }

    private static Hash hash(JsonNode body, String name) {
        return parseHash(word(body, name));
    }

    private static @Nullable Remark reservation(JsonNode body) {
        var reservation = member(body, "reservation");
        return reservation.isNull() ? null : remark(reservation);
    }

    private static Remark remark(JsonNode node) {
        if (!node.isObject()) throw new Unreadable(Rule.MALFORMED);
        if (node.path("es").asString("").isBlank()
                && node.path("en").asString("").isBlank()) throw new Unreadable(Rule.REASON_MISSING);
        return Remark.read(node);
    }

    /** Reads {@code sha256:} and 64 small hexadecimal digits. @throws IllegalArgumentException for any other spelling */
    static Hash parseHash(String text) {
        if (text.length() != 71 || !text.startsWith("sha256:")) throw new IllegalArgumentException("sha256:<hex>");
        var bytes = new byte[Hash.SIZE];
        for (var i = 0; i < Hash.SIZE; i++)
            bytes[i] = (byte) (digit(text.charAt(7 + 2 * i)) << 4 | digit(text.charAt(8 + 2 * i)));
        return Hash.of(bytes);
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        throw new IllegalArgumentException("sha256:<hex>");
    }

    static String hash(Hash hash) {
        return "sha256:" + hash.hex();
    }

    default String kind() {
        return switch (this) {
            case Chartered _ -> CHARTERED;
            case Announced _ -> ANNOUNCED;
            case Proposed _ -> PROPOSED;
            case Assented _ -> ASSENTED;
            case Refused _ -> REFUSED;
            case WithdrawalAsked _ -> WITHDRAWAL_ASKED;
        };
    }

    /** The body that {@link #read} reads. */
    default ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        switch (this) {
            case Chartered(var charter) -> body.put("charter", hash(charter));
            case Announced(var item, var text) ->
                body.put("item", item.toString()).set("text", text);
            case Proposed(var item, var base, var text, var why) -> {
                body.put("item", item.toString()).put("base", base == null ? null : hash(base));
                body.set("text", text);
                body.set("why", why.toJson());
            }
            case Assented(var proposal, var text, var reservation) -> {
                body.put("proposal", proposal.toString()).put("text", hash(text));
                if (reservation == null) body.putNull("reservation");
                else body.set("reservation", reservation.toJson());
            }
            case Refused(var proposal, var reason) ->
                body.put("proposal", proposal.toString()).set("reason", reason.toJson());
            case WithdrawalAsked(var proposal, var reason) ->
                body.put("proposal", proposal.toString()).set("reason", reason.toJson());
        }
        return body;
    }
}
