package acorde.web.taxii;

import acorde.acts.ActId;
import acorde.exchange.Feed;
import acorde.exchange.Mailbox;
import acorde.offices.Officer;
import acorde.stix.Names;
import acorde.stix.StixReader;
import acorde.trust.PartyCode;
import acorde.web.words.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Which of the objects that a program brings are copies come back. Whom a copy must never reach does not stand in it (AS-4), so that sent as this
 * party's own it could reach them; its provider, who knows, gives it on. What this office does not find is not there: nobody learns by bringing a
 * name that something has it.
 *
 * @param own who this party is
 * @param others by what each other party is called in STIX
 * @param received who gave what this office finds under these names, or took away before it was given up
 * @param sent what this party gave, of these names, and this office finds
 */
record Returned(Own own, Map<String, PartyCode> others, Map<UUID, PartyCode> received, Set<UUID> sent) { // four parts
    Returned {
        others = Map.copyOf(others);
        received = Map.copyOf(received);
        sent = Set.copyOf(sent);
    }

    record Own(Names names, PartyCode party) {
        /** What the report of an act of this party's is called; empty if the object names no such act. */
        private Optional<UUID> name(JsonNode object) {
            return StixReader.act(object)
                    .filter(act -> act.party().equals(party))
                    .map(names::of);
        }

        /** What the object is called that says it is this party's by a name such as nodes make; those of other systems are drawn at random. */
        private Optional<UUID> called(JsonNode object) {
            return StixReader.creator(object)
                    .filter(names.identity(party)::equals)
                    .flatMap(_ -> id(object))
                    .filter(id -> id.version() == 5);
        }

        Map<String, PartyCode> identities(Collection<PartyCode> parties) {
            return parties.stream().collect(Collectors.toMap(names::identity, Function.identity()));
        }
    }

    /** Whose programs ask, of what. */
    record Asking(Feed feed, Officer officer, Instant now) {
        /** Who gave what there is of these names. */
        private Map<UUID, PartyCode> find(Mailbox.Way way, Set<UUID> names) {
            if (names.isEmpty()) return Map.of();
            var part = new Feed.Part(Set.of(way), null);
            var page = feed.outlines(officer, new Feed.Asked(part, 0, names, _ -> true, names.size()), now);
            var found = new HashMap<UUID, PartyCode>();
            for (var one : page.listed())
                found.put(one.place().name(), one.place().act().party());
            return found;
        }
    }

    static Returned of(
            Own own, Map<String, PartyCode> others, Collection<JsonNode> objects, Asking asking) { // as above
        var ids = objects.stream().flatMap(object -> id(object).stream()).collect(Collectors.toSet());
        var ours = objects.stream()
                .flatMap(object -> Stream.of(own.name(object), own.called(object)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Returned(
                own,
                others,
                asking.find(Mailbox.Way.RECEIVED, ids),
                asking.find(Mailbox.Way.SENT, ours).keySet());
    }

    private static Optional<UUID> id(JsonNode object) {
        return StixReader.id(object)
                .filter(id -> id.matches("report--[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(id -> UUID.fromString(id.substring("report--".length())));
    }

    /** Why an object is not this party's to send; empty if nothing says so. */
    Optional<String> why(JsonNode object, Words words) {
        var provider = Stream.of(
                        StixReader.act(object).map(ActId::party).filter(party -> !party.equals(own.party())),
                        StixReader.creator(object).flatMap(id -> Optional.ofNullable(others.get(id))),
                        id(object).flatMap(id -> Optional.ofNullable(received.get(id))))
                .flatMap(Optional::stream)
                .findFirst();
        if (provider.isPresent()) return provider.map(party -> words.say("taxii.brought.given", party));
        var whole = !StixReader.namesAct(object)
                || own.name(object).filter(sent::contains).isPresent();
        var called = own.called(object).map(sent::contains).orElse(true);
        return whole && called ? Optional.empty() : Optional.of(words.say("taxii.brought.no-whole"));
    }
}
