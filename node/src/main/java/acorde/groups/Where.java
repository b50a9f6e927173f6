package acorde.groups;

import acorde.compact.Bilingual;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a meeting is to be: at a place, behind a link, or both. */
public record Where(@Nullable Bilingual place, @Nullable URI link) {
    static Where read(TextReader reader) {
        var where =
                new Where(reader.has("place") ? reader.title("place") : null, reader.wordIfGiven("link", Forms.LINK));
        if (where.place == null && where.link == null)
            reader.complain("place", "Diga el lugar o el enlace.", "Say the place or the link.");
        return where;
    }

    void write(TextWriter writer) {
        writer.text("place", place).word("link", link);
    }
}
