package acorde.compact;

import java.net.URI;
import java.net.URISyntaxException;
import tools.jackson.databind.node.ObjectNode;

/** Where a statement comes from: a public page, by its address. Nothing of its text is kept. */
public record Source(URI address) implements ItemText {
    private static final Form<URI> ADDRESS = Form.of(
            Source::web,
            URI.create("https://example.org/"),
            "una dirección que empieza por https:// o http://",
            "an address that begins with https:// or http://");

    static Source read(TextReader reader) {
        return new Source(reader.word("address", ADDRESS));
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
        return new TextWriter().word("address", address).done();
    }
}
