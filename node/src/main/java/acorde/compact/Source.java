package acorde.compact;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a statement comes from: a public page, by its address. Nothing of its text is kept.
 *
 * @param title in its own language
 * @param evidence null where it is not known how good it is
 */
public record Source(
        URI address,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable PartialDate published,
        Claim.@Nullable Evidence evidence)
        implements ItemText { // what a citation has
    private static final Form<URI> ADDRESS = Form.of(
            Source::web,
            URI.create("https://example.org/"),
            "una dirección que empieza por https:// o http://",
            "an address that begins with https:// or http://");

    static Source read(TextReader reader) {
        return new Source(
                reader.word("address", ADDRESS),
                reader.wordIfGiven("title", Form.LINE),
                reader.wordIfGiven("publisher", Form.LINE),
                reader.wordIfGiven("published", Form.DATE),
                reader.wordIfGiven("evidence", Claim.EVIDENCE));
    }

    /** Only the web: an address ends up as a link that officers follow. */
    private static URI web(String text) {
        try {
            var address = new URI(text);
            var scheme = address.getScheme();
            if (text.length() <= TextReader.LINE
                    && ("https".equals(scheme) || "http".equals(scheme))
                    && address.getHost() != null) return address;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address", e);
        }
        throw new IllegalArgumentException("not an address of the web");
    }

    @Override
    public ObjectNode toJson() {
        return new TextWriter()
                .word("address", address)
                .word("title", title)
                .word("publisher", publisher)
                .word("published", published)
                .word("evidence", evidence)
                .done();
    }
}
