package acorde.web.taxii;

import acorde.web.words.Language;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms of TAXII 2.1: its media type, its times, its answers. */
final class Taxii {
    static final MediaType TYPE = MediaType.parseMediaType("application/taxii+json;version=2.1");
    static final String STIX = "application/stix+json;version=2.1";

    /** Of a body. */
    static final int MOST_BYTES = 4 << 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Taxii() {}

    /** @throws TaxiiFault if a program takes nothing that this speaks */
    static void requireAcceptable(HttpServletRequest request) {
        var asked = request.getHeader(HttpHeaders.ACCEPT);
        if (asked == null || asked.isBlank()) return;
        if (read(asked).stream().noneMatch(Taxii::isOurs))
            throw TaxiiFault.of(406, words -> words.say("taxii.fault.accept", TYPE));
    }

    /** @throws TaxiiFault if a body is of another kind */
    static void requireOurs(HttpServletRequest request) {
        var type = request.getContentType();
        var read = type == null ? List.<MediaType>of() : read(type);
        if (read.size() != 1
                || read.getFirst().isWildcardType()
                || read.getFirst().isWildcardSubtype()
                || !isOurs(read.getFirst()))
            throw TaxiiFault.of(415, words -> words.say("taxii.fault.content-type", TYPE));
    }

    private static List<MediaType> read(String types) {
        try {
            return MediaType.parseMediaTypes(types);
        } catch (RuntimeException _) {
            return List.of();
        }
    }

    private static boolean isOurs(MediaType type) {
        var version = type.getParameter("version");
        return type.isCompatibleWith(new MediaType("application", "taxii+json"))
                && (version == null || version.equals("2.1"));
    }

    /** µs since 1970 as TAXII writes times. */
    static String time(long micros) {
        return TIME.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** µs since 1970. @throws TaxiiFault if it is no time */
    static long micros(String text) {
        try {
            if (text.length() <= 40 && text.endsWith("Z")) {
                var time = Instant.parse(text);
                return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
            }
        } catch (DateTimeException | ArithmeticException _) {
            // said below
        }
        throw TaxiiFault.unreadable(words -> words.say("taxii.fault.added-after"));
    }

    /** Nobody keeps it on the way. */
    static ResponseEntity.BodyBuilder answer(int status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(TYPE);
    }

    static ResponseEntity<byte[]> json(JsonNode body) {
        return answer(200).body(JsonMapper.shared().writeValueAsBytes(body));
    }

    /** The words of the language a program asks for; English unless it says. */
    static Words words(HttpServletRequest request) {
        return Words.in(Language.ofProgram(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
