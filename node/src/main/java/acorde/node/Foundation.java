package acorde.node;

import acorde.compact.CharterText;
import acorde.compact.CompactFolder;
import acorde.compact.Founding;
import acorde.compact.Instrument;
import acorde.compact.ItemKey;
import acorde.compact.ReleaseRules;
import acorde.policy.Adopted;
import acorde.trust.Charter;
import acorde.trust.PartyCode;
import acorde.web.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a charter together from a compact folder and the parties' cards, and takes it into a node's folder. */
final class Foundation {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Foundation() {}

    /** Reads a compact folder; its faults, if there are any, become one refusal with a line for each. */
    static CompactFolder.Read.Folder read(Path folder) {
        var read = CompactFolder.read(folder);
        var faults = switch (read) {
            case CompactFolder.Read.Folder good -> ofRules(good);
            case CompactFolder.Read.Faults(var all) -> all;
        };
        if (read instanceof CompactFolder.Read.Folder good && faults.isEmpty()) return good;
        Refusal.Within lines = words -> faults.stream()
                .map(fault -> "\n  " + fault.file() + ":" + fault.line() + ": " + reason(fault, words.language()))
                .collect(Collectors.joining());
        throw new Refusal("cli.no.folder", folder, lines);
    }

    private static String reason(CompactFolder.Read.Fault fault, Language language) {
        return language == Language.ES ? fault.reason().es() : fault.reason().en();
    }

    private static List<CompactFolder.Read.Fault> ofRules(CompactFolder.Read.Folder folder) {
        var rules = folder.items().get(new ItemKey(ItemKey.Kind.RELEASE, folder.id()));
        if (!(rules instanceof ReleaseRules text)) return List.of();
        return new Adopted()
                .faults(text).stream()
                        .map(fault -> new CompactFolder.Read.Fault(CompactFolder.RULES, fault.line(), fault.reason()))
                        .toList();
    }

    /**
     * The charter of the parties whose cards these are, in the order of their places.
     *
     * @param exercise whether everybody in this compact is invented: only then may invented people sign in
     */
    static Charter charter(
            CompactFolder.Read.Folder folder, PartyCode announcer, List<Path> cards, boolean exercise) { // one document
        var known = new HashMap<PartyCode, CharterText.Party>();
        folder.parties().forEach(party -> known.put(party.code(), party));
        var charter = JSON.createObjectNode();
        charter.put("acorde", 1);
        charter.put("compact", folder.id());
        var instrument = (Instrument) folder.items().get(new ItemKey(ItemKey.Kind.INSTRUMENT, folder.id()));
        if (instrument == null) throw new Refusal("cli.no.instrument", folder.id());
        charter.set(
                "title", bilingual(instrument.title().es(), instrument.title().en()));
        charter.put("announcer", announcer.value());
        if (exercise) charter.put("exercise", true);
        var parties = charter.putArray("parties");
        for (var file : cards) parties.add(party(card(file, folder.id()), known));
        charter.set("annexes", Founding.annexes(folder));
        return Charter.parse(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(charter));
    }

    private static JsonNode card(Path file, String compact) {
        try {
            var card = JSON.readTree(NodeFolder.read(file, "cli.no.file.cards"));
            if (card.path("compact").asString("").equals(compact)) return card;
        } catch (JacksonException e) {
            throw new Refusal("cli.no.card.read", file);
        }
        throw new Refusal("cli.no.card.other", file, compact);
    }

    private static ObjectNode party(JsonNode card, Map<PartyCode, CharterText.Party> known) {
        var code = NodeCommand.code(card.path("code").asString(""));
        var words = known.get(code);
        if (words == null) throw new Refusal("cli.no.party.folder", code);
        var party = JSON.createObjectNode();
        party.put("code", code.value());
        party.set("name", bilingual(words.name().es(), words.name().en()));
        party.set("body", bilingual(words.body().es(), words.body().en()));
        party.put("zone", words.zone().getId());
        party.put("address", card.path("address").asString(""));
        party.set("keys", card.path("keys"));
        return party;
    }

    private static ObjectNode bilingual(String es, String en) {
        return JSON.createObjectNode().put("es", es).put("en", en);
    }

    /** Takes a charter into a node's folder, if the node is one of its parties, with the keys it has. */
    static void join(NodeFolder folder, Charter charter) {
        var party = folder.party();
        var place = charter.place(party).orElseThrow(() -> new Refusal("cli.no.party.card", party));
        var keys = acorde.trust.KeyRing.open(folder.keys()).publicKeys(charter.compact(), party);
        if (!keys.equals(place.keys())) throw new Refusal("cli.no.keys.other", party);
        if (Files.exists(folder.charterFile()) && !folder.charter().hash().equals(charter.hash()))
            throw new Refusal("cli.no.charter.other");
        try {
            // Whole or not there: a demonstration that is killed while it founds begins anew.
            var fresh = Files.write(folder.path().resolve("charter.new"), charter.bytes());
            Files.move(fresh, folder.charterFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refusal("cli.no.charter.kept", folder.charterFile(), String.valueOf(e.getMessage()));
        }
    }
}
