package acorde.trust;

import acorde.trustlog.Hash;
import acorde.trustlog.VerifierKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The founding charter: the first version of the directory of parties, with what they agreed to start from. Every node is started with the
 * same bytes; every log begins with its party's assent to their hash.
 *
 * <p>This package reads the compact's name and the places; the rest belongs to the duties, which read the same bytes.
 */
public final class Charter {
    /** Parties in a compact. */
    public static final int PARTIES = 64;

    private static final int LIMIT = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final byte[] bytes;
    private final JsonNode content;
    private final Hash hash;
    private final String compact;
    private final List<Place> places;

    private Charter(byte[] bytes, JsonNode content) {
        this.bytes = bytes;
        this.content = content;
        this.hash = Hash.sha256(bytes);
        this.compact = text(content, "compact");
        if (!compact.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"))
            throw new CharterRefused(
                    "The charter's 'compact' must be lower-case letters, digits and hyphens.",
                    "El 'compact' de la carta lleva solo letras minúsculas, cifras y guiones.");
        this.places = places(compact, content.path("parties"));
    }

    /** @throws CharterRefused if the bytes are not a charter */
    public static Charter parse(byte[] bytes) {
        if (bytes.length > LIMIT)
            throw new CharterRefused("The charter is longer than 1 MiB.", "La carta mide más de 1 MiB.");
        try {
            return new Charter(bytes.clone(), JSON.readTree(bytes));
        } catch (JacksonException e) {
            throw new CharterRefused(
                    "The charter is not readable JSON: " + e.getOriginalMessage(),
                    "La carta no es JSON que se pueda leer: " + e.getOriginalMessage());
        }
    }

    private static List<Place> places(String compact, JsonNode parties) {
        var places = new ArrayList<Place>();
        var codes = new HashSet<PartyCode>();
        if (parties.isEmpty() || parties.size() > PARTIES)
            throw new CharterRefused(
                    "A charter has between 1 and " + PARTIES + " parties.",
                    "Una carta tiene entre 1 y " + PARTIES + " partes.");
        for (var party : parties) {
            var place = place(compact, places.size(), party);
            if (!codes.add(place.party()))
                throw new CharterRefused(
                        "The charter names " + place.party() + " twice.",
                        "La carta nombra dos veces a " + place.party() + ".");
            places.add(place);
        }
        return List.copyOf(places);
    }

    private static Place place(String compact, int number, JsonNode party) {
        var keys = party.path("keys");
        try {
            var code = new PartyCode(text(party, "code"));
            var log = VerifierKey.parse(text(keys, "log"));
            var cosign = VerifierKey.parse(text(keys, "cosign"));
            var origin = PartyKeys.origin(compact, code);
            if (!log.name().equals(origin) || !cosign.name().equals(origin))
                throw new CharterRefused(
                        "The log keys of " + code + " must be named " + origin + ".",
                        "Las llaves del registro de " + code + " deben llamarse " + origin + ".");
            var pin = text(keys, "tls");
            if (!pin.startsWith("sha256:"))
                throw new CharterRefused(
                        "The TLS key of " + code + " must be sha256:<hex>.",
                        "La llave TLS de " + code + " debe ser sha256:<hex>.");
            return new Place(
                    number,
                    code,
                    new PartyKeys(
                            log,
                            cosign,
                            ExchangeKey.parse(text(keys, "exchange")),
                            Hash.ofHex(pin.substring("sha256:".length()))),
                    URI.create(text(party, "address")));
        } catch (IllegalArgumentException e) {
            throw new CharterRefused(
                    "Party number " + (number + 1) + " of the charter is not usable: " + e.getMessage(),
                    "La parte número " + (number + 1) + " de la carta no sirve: revise sus llaves y su dirección.");
        }
    }

    private static String text(JsonNode node, String member) {
        var value = node.path(member);
        if (!value.isString())
            throw new CharterRefused(
                    "The charter lacks the text '" + member + "'.", "A la carta le falta el texto '" + member + "'.");
        return value.stringValue();
    }

    /** The name of the compact, such as {@code moc-2019}. */
    public String compact() {
        return compact;
    }

    /** SHA-256 of the exact bytes. */
    public Hash hash() {
        return hash;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The whole content, for the packages that read their part of it; not to be changed. */
    public JsonNode content() {
        return content;
    }

    /** The parties in the order of their places. */
    public List<Place> places() {
        return places;
    }

    public Optional<Place> place(PartyCode party) {
        return places.stream().filter(place -> place.party().equals(party)).findFirst();
    }

    /** The hash as eight words, to be read out over the telephone before a node is started. */
    public String words() {
        return SpokenHash.words(hash);
    }
}
