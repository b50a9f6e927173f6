package acorde.acts;

import static acorde.acts.ActVectorWriter.act;
import static acorde.acts.ActVectorWriter.array;
import static acorde.acts.ActVectorWriter.bytes;
import static acorde.acts.ActVectorWriter.sha256;

import acorde.acts.ActVectorWriter.Pieces;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/** The bytes of one act, at HN/42, as Guatemala reads them. */
final class ActVectors {
    private static final int LIMIT = 1 << 20;
    private static final String GOOD = act("HN", "vega.said", List.of("GT", "SV"), List.of("GT/7", "HN/41"), "{}");

    private final ActVectorWriter writer;

    ActVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    void write() throws IOException {
        good();
        sizes();
        json();
        numbers();
        text();
        members();
        times();
        dependencies();
    }

    private void good(String situation, String text) throws IOException {
        writer.write(
                "act",
                situation,
                "good",
                "log",
                "HN",
                "index",
                42,
                "reader",
                "GT",
                "act",
                text,
                "hash",
                sha256(bytes(text)));
    }

    private void bad(String situation, String rule, Object act) throws IOException {
        writer.write("act", situation, rule, "log", "HN", "index", 42, "reader", "GT", "act", act);
    }

    private static String body(String body) {
        return GOOD.replace("\"body\":{}", "\"body\":" + body);
    }

    private static String with(String member, String value) {
        return GOOD.replaceFirst(
                "\"" + member + "\":(\"[^\"]*\"|\\[[^]]*]|[0-9]+)",
                Matcher.quoteReplacement("\"" + member + "\":" + value));
    }

    private void good() throws IOException {
        good("good", GOOD);
        good(
                "members-in-another-order",
                "{\"body\":{\"a\":[]},\"after\":[],\"to\":[\"GT\"],\"at\":\"2019-03-28T16:00:00Z\",\"office\":\"coordination\","
                        + "\"by\":\"HN\",\"kind\":\"vega.said\",\"acorde\":1}");
        good(
                "white-space-around-everything",
                " \n\t" + GOOD.replace(",", " ,\r\n ").replace(":{", " : {") + "\n ");
        good("names-and-strings-escaped", GOOD.replace("\"kind\":\"vega", "\"\\u006bind\":\"\\u0076ega"));
        good("same-name-in-two-objects", body("{\"a\":{\"a\":1},\"b\":{\"a\":2}}"));
    }

    private void sizes() throws IOException {
        var empty = bytes(body("{\"w\":\"\"}")).length;
        var head = GOOD.replace("\"body\":{}}", "\"body\":{\"w\":\"");
        writer.write(
                "act",
                "one-mebibyte",
                "good",
                "log",
                "HN",
                "index",
                42,
                "reader",
                "GT",
                "act",
                new Pieces().text(head).text("x", LIMIT - empty).text("\"}}"),
                "hash",
                sha256(bytes(head), bytes("x".repeat(LIMIT - empty)), bytes("\"}}")));
        bad(
                "one-mebibyte-and-a-byte",
                "TOO_LARGE",
                new Pieces().text(head).text("x", LIMIT - empty + 1).text("\"}}"));
        bad(
                "one-mebibyte-and-a-byte-that-is-white-space",
                "TOO_LARGE",
                new Pieces().text(head).text("x", LIMIT - empty).text("\"}} "));
        bad("four-megabytes-of-brackets", "TOO_LARGE", new Pieces().text("[", 4_000_000));
    }

    private void json() throws IOException {
        bad("empty", "NOT_JSON", "");
        bad("white-space-alone", "NOT_JSON", " \n");
        bad("cut-off", "NOT_JSON", GOOD.substring(0, GOOD.length() - 1));
        bad("something-behind", "NOT_JSON", GOOD + "{}");
        bad("duplicate-names", "NOT_JSON", GOOD.replace("{\"acorde\":1", "{\"acorde\":1,\"acorde\":1"));
        bad(
                "duplicate-names-one-escaped",
                "NOT_JSON",
                GOOD.replace("{\"acorde\":1", "{\"acorde\":1,\"\\u0061corde\":1"));
        bad("duplicate-names-deep-in-the-body", "NOT_JSON", body("{\"a\":[{\"b\":1,\"c\":2,\"b\":1}]}"));
        bad("comment", "NOT_JSON", GOOD.replace(",\"by\"", ",/* whose */\"by\""));
        bad("comma-at-the-end", "NOT_JSON", GOOD.replace("\"body\":{}}", "\"body\":{},}"));
        bad("single-quotes", "NOT_JSON", GOOD.replace('"', '\''));
        bad("name-without-quotes", "NOT_JSON", GOOD.replace("\"kind\":", "kind:"));
        bad("byte-order-mark", "NOT_JSON", "\uFEFF" + GOOD);
        bad("a-list", "MALFORMED", "[]");
        bad("null", "MALFORMED", "null");
        bad("a-string", "MALFORMED", "\"" + "x".repeat(8) + "\"");
        // The act is the first of the 64, the body the second.
        var inner = 62;
        good("nested-64-deep", body("{\"a\":" + "[".repeat(inner) + "]".repeat(inner) + "}"));
        bad("nested-65-deep", "NOT_JSON", body("{\"a\":" + "[".repeat(inner + 1) + "]".repeat(inner + 1) + "}"));
        bad(
                "nested-half-a-million-deep",
                "NOT_JSON",
                new Pieces().text(GOOD.replace("{}}", "{\"a\":")).text("[", 500_000));
        // Without the repeated zeros there are 29 names, values and brackets.
        var head = GOOD.replace("\"body\":{}}", "\"body\":{\"a\":[0");
        writer.write(
                "act",
                "131072-names-values-and-brackets",
                "good",
                "log",
                "HN",
                "index",
                42,
                "reader",
                "GT",
                "act",
                new Pieces().text(head).text(",0", (1 << 17) - 29).text("]}}"),
                "hash",
                sha256(bytes(head), bytes(",0".repeat((1 << 17) - 29)), bytes("]}}")));
        bad(
                "131073-names-values-and-brackets",
                "NOT_JSON",
                new Pieces().text(head).text(",0", (1 << 17) - 28).text("]}}"));
        bad(
                "name-of-50001-characters",
                "NOT_JSON",
                new Pieces().text(GOOD.replace("{}}", "{\"")).text("n", 50_001).text("\":1}}"));
    }

    private void numbers() throws IOException {
        var digits = "1234567890".repeat(4);
        good("number-of-40-digits", body("{\"n\":" + digits + "}"));
        bad("number-of-41-digits", "NOT_JSON", body("{\"n\":" + digits + "1}"));
        good("numbers-in-every-form", body("{\"n\":[0,-0,1.5,1e3,1E+3,1.0e-3,0.0]}"));
        good("number-beyond-any-double", body("{\"n\":1e999999999}"));
        var forms = Map.of(
                "with-a-zero-in-front", "01",
                "with-a-plus", "+1",
                "with-nothing-behind-the-point", "1.",
                "with-nothing-before-the-point", ".5",
                "in-hexadecimal", "0x1",
                "as-nan", "NaN",
                "as-infinity", "Infinity",
                "as-a-minus-alone", "-",
                "with-an-exponent-cut-off", "1e",
                "in-digits-of-another-script", "٣");
        for (var form : forms.entrySet())
            bad("number-written-" + form.getKey(), "NOT_JSON", body("{\"n\":" + form.getValue() + "}"));
        bad("acorde-written-with-a-point", "MALFORMED", with("acorde", "1.0"));
        bad("acorde-written-with-an-exponent", "MALFORMED", with("acorde", "1e0"));
        bad("acorde-as-a-string", "MALFORMED", with("acorde", "\"1\""));
        bad("acorde-true", "MALFORMED", with("acorde", "true"));
        bad("another-version", "OTHER_VERSION", with("acorde", "2"));
        bad("another-version-with-other-members", "OTHER_VERSION", "{\"acorde\":2,\"said\":\"otherwise\"}");
        bad("another-version-of-many-digits", "OTHER_VERSION", with("acorde", digits));
        bad("another-version-negative", "OTHER_VERSION", with("acorde", "-1"));
    }

    private void text() throws IOException {
        good("characters-beyond-the-first-plane", body("{\"w\":\"\uD83D\uDC49 \\ud83d\\udc49\"}"));
        good("control-characters-escaped", body("{\"w\":\"\\u0001\\n\\u007f\"}"));
        bad("control-character-raw", "NOT_JSON", body("{\"w\":\"\u0001\"}"));
        bad("line-break-raw", "NOT_JSON", body("{\"w\":\"a\nb\"}"));
        bad("nul-escaped", "MALFORMED", body("{\"w\":\"a\\u0000b\"}"));
        bad("nul-escaped-in-a-name", "MALFORMED", body("{\"a\\u0000\":1}"));
        bad(
                "nul-raw",
                "NOT_JSON",
                new Pieces().text(GOOD.replace("{}}", "{\"w\":\"")).hex("00").text("\"}}"));
        bad("lone-high-surrogate", "MALFORMED", body("{\"w\":\"\\ud83d\"}"));
        bad("lone-low-surrogate", "MALFORMED", body("{\"w\":\"\\udc49\"}"));
        bad("surrogates-in-the-wrong-order", "MALFORMED", body("{\"w\":\"\\udc49\\ud83d\"}"));
        bad("lone-surrogate-in-a-name", "MALFORMED", body("{\"\\ud83d\":1}"));
        bad("lone-surrogate-deep-in-the-body", "MALFORMED", body("{\"a\":[[{\"b\":[\"\\udc49\"]}]]}"));
        utf8("one-byte-too-few", "c3");
        utf8("continuation-alone", "80");
        utf8("longer-than-needed", "c080");
        utf8("a-surrogate", "eda0bd");
        utf8("beyond-the-last-character", "f4908080");
        utf8("latin-1", "f3");
        bad("utf-16", "NOT_JSON", new Pieces().hex("feff007b007d"));
    }

    private void utf8(String situation, String hex) throws IOException {
        bad(
                "bad-utf-8-" + situation,
                "NOT_JSON",
                new Pieces().text(GOOD.replace("{}}", "{\"w\":\"")).hex(hex).text("\"}}"));
    }

    private void members() throws IOException {
        bad("unknown-top-level-name", "MALFORMED", GOOD.replace("\"by\"", "\"via\":\"SV\",\"by\""));
        bad("member-missing", "MALFORMED", GOOD.replace("\"office\":\"coordination\",", ""));
        bad("member-in-capitals", "MALFORMED", GOOD.replace("\"kind\"", "\"Kind\""));
        bad("by-another-party", "BY_ANOTHER", with("by", "\"SV\""));
        bad("by-in-small-letters", "MALFORMED", with("by", "\"hn\""));
        bad("by-with-a-letter-of-another-script", "MALFORMED", with("by", "\"HΝ\""));
        bad("by-null", "MALFORMED", with("by", "null"));
        bad("not-to-the-reader", "TO_DISAGREES", with("to", "[\"SV\"]"));
        bad("to-nobody", "TO_DISAGREES", with("to", "[]"));
        bad("to-the-reader-twice", "MALFORMED", with("to", "[\"GT\",\"GT\"]"));
        bad("to-a-string", "MALFORMED", with("to", "\"GT\""));
        good("to-64-parties", with("to", array(parties(64))));
        bad("to-65-parties", "MALFORMED", with("to", array(parties(65))));
        each(
                "kind",
                Map.of(
                        "without-a-word", "vega.",
                        "without-a-point", "vega",
                        "without-a-duty", ".said",
                        "with-a-duty-in-capitals", "Vega.said",
                        "with-a-word-in-capitals", "vega.Said",
                        "with-two-points", "vega.said.so",
                        "with-a-line-break", "vega.said\\n"));
        good("kind-as-long-as-may-be", with("kind", "\"" + "v".repeat(30) + "." + "s".repeat(31) + "\""));
        bad("kind-longer-than-may-be", "MALFORMED", with("kind", "\"" + "v".repeat(31) + ".said\""));
        bad("office-in-capitals", "MALFORMED", with("office", "\"Coordination\""));
        bad("office-empty", "MALFORMED", with("office", "\"\""));
        good("office-of-63-characters", with("office", "\"" + "o".repeat(63) + "\""));
        bad("office-of-64-characters", "MALFORMED", with("office", "\"" + "o".repeat(64) + "\""));
        bad("body-a-list", "MALFORMED", body("[]"));
        bad("body-null", "MALFORMED", body("null"));
    }

    private void each(String member, Map<String, String> values) throws IOException {
        for (var value : values.entrySet())
            bad(member + "-" + value.getKey(), "MALFORMED", with(member, "\"" + value.getValue() + "\""));
    }

    private static List<String> parties(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? "GT" : "" + (char) ('A' + i / 26) + (char) ('A' + i % 26) + "X")
                .toList();
    }

    private void times() throws IOException {
        good("at-with-milliseconds", with("at", "\"2019-03-28T16:00:00.999Z\""));
        good("at-in-the-year-9999", with("at", "\"9999-12-31T23:59:59.999Z\""));
        good("at-on-a-leap-day", with("at", "\"2020-02-29T00:00:00Z\""));
        bad("at-on-a-day-that-is-not", "MALFORMED", with("at", "\"2019-02-29T00:00:00Z\""));
        bad("at-in-month-13", "MALFORMED", with("at", "\"2019-13-01T00:00:00Z\""));
        bad("at-24-o-clock", "MALFORMED", with("at", "\"2019-03-28T24:00:00Z\""));
        bad("at-on-a-leap-second", "MALFORMED", with("at", "\"2016-12-31T23:59:60Z\""));
        bad("at-in-local-time", "MALFORMED", with("at", "\"2019-03-28T10:00:00-06:00\""));
        bad("at-without-zone", "MALFORMED", with("at", "\"2019-03-28T16:00:00\""));
        bad("at-with-microseconds", "MALFORMED", with("at", "\"2019-03-28T16:00:00.000001Z\""));
        bad("at-a-day", "MALFORMED", with("at", "\"2019-03-28\""));
        bad("at-a-number", "MALFORMED", with("at", "1553788800"));
        bad("at-in-small-letters", "MALFORMED", with("at", "\"2019-03-28t16:00:00z\""));
        bad("at-in-the-year-10000", "MALFORMED", with("at", "\"+10000-01-01T00:00:00Z\""));
    }

    private void dependencies() throws IOException {
        good("after-64-acts", with("after", array(acts(64))));
        bad("after-65-acts", "TOO_MANY_AFTER", with("after", array(acts(65))));
        good("after-the-act-before", with("after", "[\"HN/41\"]"));
        bad("after-itself", "AFTER_ITSELF", with("after", "[\"HN/42\"]"));
        bad("after-a-later-act-of-its-log", "AFTER_ITSELF", with("after", "[\"GT/1\",\"HN/43\"]"));
        var names = Map.of(
                "without-an-index", "GT/",
                "by-its-party-alone", "GT",
                "with-a-negative-index", "GT/-1",
                "with-a-zero-in-front", "GT/01",
                "in-small-letters", "gt/1",
                "with-a-space", "GT/1 ",
                "with-sixteen-digits", "GT/1234567890123456",
                "by-one-letter", "G/1",
                "in-digits-of-another-script", "GT/١");
        for (var name : names.entrySet())
            bad("after-an-act-named-" + name.getKey(), "MALFORMED", with("after", "[\"" + name.getValue() + "\"]"));
        good("after-the-highest-index-there-can-be", with("after", "[\"GT/999999999999999\"]"));
        bad("after-a-string", "MALFORMED", with("after", "\"GT/1\""));
        bad("after-numbers", "MALFORMED", with("after", "[1]"));
    }

    private static List<String> acts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "GT/" + i).toList();
    }
}
