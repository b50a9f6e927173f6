package acorde.compact;

import acorde.trust.PartyCode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What this package reads of a charter; keys, addresses and the annexes of other packages stay as they are, and are compared as a whole.
 *
 * @param compact the name of the compact, such as {@code moc-2019}
 * @param announcer the one party that brings the founding history into the compact
 * @param parties in the order of their places
 * @param thresholds the annex with the days of the lights; null if there is none
 * @param publication the annex with the calendar of the public account; null if there is none
 * @param content the whole text; not to be changed
 */
public record CharterText(
        String compact,
        Bilingual title,
        PartyCode announcer,
        List<Party> parties,
        @Nullable Thresholds thresholds,
        @Nullable PublicationTerms publication,
        JsonNode content)
        implements ItemText { // the members of a charter that this package reads, and the rest as one
    public CharterText {
        parties = List.copyOf(parties);
    }

    /**
     * A party, which is a state acting through one body.
     *
     * @param zone the time zone in which its days begin
     */
    public record Party(PartyCode code, Bilingual name, Bilingual body, ZoneId zone) {
        private static final Form<ZoneId> ZONE = Form.of(
                Party::zone,
                ZoneOffset.UTC,
                "una zona horaria como America/Tegucigalpa",
                "a time zone such as America/Tegucigalpa");

        static Party read(TextReader reader) {
            return new Party(
                    reader.word("code", Form.PARTY),
                    reader.text("name"),
                    reader.text("body"),
                    reader.word("zone", ZONE));
        }

        private static Party readOpen(TextReader reader) {
            reader.mayHoldMore();
            return read(reader);
        }

        private static ZoneId zone(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("no such zone", e);
            }
        }

        ObjectNode toJson() {
            return new TextWriter()
                    .word("code", code)
                    .text("name", name)
                    .text("body", body)
                    .word("zone", zone)
                    .done();
        }
    }

    static CharterText read(TextReader reader) {
        reader.mayHoldMore();
        var parties = reader.children("parties", Party::readOpen);
        var announcer = reader.word("announcer", Form.PARTY);
        if (parties.stream().noneMatch(party -> party.code().equals(announcer)))
            reader.complain("announcer", "No es una de las partes.", "It is none of the parties.");
        var codes = new HashSet<PartyCode>();
        for (var party : parties)
            if (!codes.add(party.code()))
                reader.complain("parties", party.code() + " está repetida.", party.code() + " stands here twice.");
        var annexes = reader.child("annexes", Annexes::read);
        return new CharterText(
                reader.word("compact", Form.CODE),
                reader.text("title"),
                announcer,
                parties,
                annexes == null ? null : annexes.thresholds(),
                annexes == null ? null : annexes.publication(),
                reader.node());
    }

    private record Annexes(
            @Nullable Thresholds thresholds, @Nullable PublicationTerms publication) {
        private static Annexes read(TextReader reader) {
            reader.mayHoldMore();
            return new Annexes(
                    reader.child("thresholds", Thresholds::read), reader.child("publication", PublicationTerms::read));
        }
    }

    /** Whether only words differ: titles, names, bodies and zones. Parties, keys and addresses may not be amended yet. */
    boolean differsOnlyInWords(CharterText other) {
        return withoutWords(content).equals(withoutWords(other.content));
    }

    /** All that is no title, name, body or zone: what no proposal may change yet. */
    public JsonNode besideWords() {
        return withoutWords(content);
    }

    private static JsonNode withoutWords(JsonNode content) {
        var rest = (ObjectNode) content.deepCopy();
        rest.remove("title");
        for (var party : rest.withArray("parties")) ((ObjectNode) party).remove(List.of("name", "body", "zone"));
        return rest;
    }

    @Override
    public ObjectNode toJson() {
        return (ObjectNode) content.deepCopy();
    }
}
