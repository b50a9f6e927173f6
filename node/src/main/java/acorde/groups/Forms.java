package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Form;
import acorde.compact.Remark;
import acorde.compact.TextReader;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the words of this package's acts are read. */
final class Forms {
    /** Characters of a decision or an action in one language: what is longer is a text to be proposed in the compact. */
    static final int TEXT = 4_000;

    /** Characters of a remark in one language. */
    private static final int REMARK = 2_000;

    private static final Pattern MINUTE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}");
    private static final Pattern SECOND = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z");

    static final Form<ActId> ACT = Form.of(
            ActId::parse,
            new ActId(new PartyCode("XX"), 0),
            "el código de un acto como HN/42",
            "the code of an act such as HN/42");
    static final Form<Part> PART = Form.of(
            Part::parse,
            new Part(new ActId(new PartyCode("XX"), 0), 1),
            "una parte de un acto como HN/42#1",
            "a part of an act such as HN/42#1");
    static final Form<Instant> MOMENT = Form.of(
            Forms::moment,
            Instant.EPOCH,
            "una hora universal como 2026-11-23T16:00:00Z",
            "a universal time such as 2026-11-23T16:00:00Z");
    static final Form<LocalDateTime> LOCAL = Form.of(
            Forms::local,
            LocalDateTime.of(1970, 1, 1, 0, 0),
            "una hora local como 2026-11-23T10:00",
            "a local time such as 2026-11-23T10:00");
    static final Form<ZoneId> ZONE = Form.of(
            Forms::zone,
            ZoneOffset.UTC,
            "una zona horaria como America/Tegucigalpa",
            "a time zone such as America/Tegucigalpa");
    static final Form<OfficeCode> OFFICE = Form.of(
            OfficeCode::new,
            new OfficeCode("x"),
            "el código de un despacho como representative-a1",
            "the code of an office such as representative-a1");
    static final Form<URI> LINK =
            Form.of(Forms::link, URI.create("https://x"), "una dirección https://", "an address https://");
    static final Form<String> REMARK_TEXT =
            Form.of(Forms::remarkText, "?", "un texto de hasta 2000 caracteres", "a text of at most 2,000 characters");

    private Forms() {}

    /** To the second, and in one spelling: the same moment is the same characters in every node. */
    private static Instant moment(String text) {
        if (!SECOND.matcher(text).matches()) throw new IllegalArgumentException("not a moment");
        return Instant.parse(text);
    }

    private static LocalDateTime local(String text) {
        if (!MINUTE.matcher(text).matches()) throw new IllegalArgumentException("not a local time");
        return LocalDateTime.parse(text);
    }

    /** Named zones only: an offset does not know when the clocks change. */
    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) throw new IllegalArgumentException("no such zone");
        return ZoneId.of(text);
    }

    private static URI link(String text) {
        var link = URI.create(text);
        if (text.length() > REMARK
                || !Set.of("https").contains(String.valueOf(link.getScheme()))
                || link.getHost() == null) throw new IllegalArgumentException("not an address");
        return link;
    }

    private static String remarkText(String text) {
        if (text.length() > REMARK || Bilingual.fault(text) != null) throw new IllegalArgumentException("too long");
        return text;
    }

    /** A text in both languages that is short enough to stand in the row of its sitting. */
    static Bilingual text(TextReader reader, String member) {
        var text = reader.text(member);
        if (Math.max(text.es().length(), text.en().length()) > TEXT)
            reader.complain(
                    member,
                    "El texto pasa de 4000 caracteres: acórtelo o propóngalo como texto del acuerdo.",
                    "The text is longer than 4,000 characters: shorten it, or propose it as a text of the compact.");
        return text;
    }

    /** What a party says in passing, in one language at least; null if the member is not given. */
    static @Nullable Remark remarkIfGiven(TextReader reader, String member) {
        return reader.child(member, each -> {
            var es = each.wordIfGiven("es", REMARK_TEXT);
            var en = each.wordIfGiven("en", REMARK_TEXT);
            if (es != null || en != null) return new Remark(es, en);
            each.complain("es", "Dígalo en un idioma al menos.", "Say it in one language at least.");
            return new Remark("?", null);
        });
    }

    static Remark remark(TextReader reader, String member) {
        var remark = remarkIfGiven(reader, member);
        if (remark != null) return remark;
        reader.complain(member, "Dé una razón.", "Give a reason.");
        return new Remark("?", null);
    }
}
