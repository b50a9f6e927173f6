package acorde.web.api;

import acorde.trustlog.Hash;
import acorde.web.words.Language;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the interface for programs. */
final class Answers {
    private static final int TAG_BYTES = 16;

    private Answers() {}

    /** A JSON text with its ETag; nothing but the tag if the program has that already. */
    static ResponseEntity<byte[]> json(HttpServletRequest request, JsonNode body) {
        var bytes = JsonMapper.shared().writeValueAsBytes(body);
        var tag = "\"" + HexFormat.of().formatHex(Hash.sha256(bytes).bytes(), 0, TAG_BYTES) + "\"";
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        var answer = ResponseEntity.status(
                        known != null && known.contains(tag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag);
        return known != null && known.contains(tag)
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(bytes);
    }

    /** What has been said, at its address. */
    static ResponseEntity<byte[]> created(String address, JsonNode body) {
        return ResponseEntity.created(URI.create(address))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonMapper.shared().writeValueAsBytes(body));
    }

    /** The words of the language a program asks for; English unless it says. */
    static Words words(HttpServletRequest request) {
        return Words.in(Language.ofProgram(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** A constant as programs read it: {@code IN_FORCE} is {@code in-force}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
