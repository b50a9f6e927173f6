package acorde.web.press;

import acorde.publication.Edition;
import acorde.web.words.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every folio has around it. All addresses are relative, so that the folder can lie anywhere.
 *
 * @param path of the folio inside its language, such as {@code promises/A1-05.html}
 * @param next the day the next edition is due; null without a calendar
 */
public record Leaf(
        Language language,
        String path,
        @Nullable PressTab tab,
        Edition edition,
        @Nullable LocalDate next) {
    /** The address of something in the site, from its root. */
    public String to(String address) {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count() + 1) + address;
    }

    /** The address of a folio of this language. */
    public String in(String folio) {
        return to(language.code() + "/" + folio);
    }

    /** This folio in another language. */
    public String in(Language other) {
        return to(other.code() + "/" + path);
    }

    public String promise(String code) {
        return in("promises/" + code + ".html");
    }

    public String area(String code) {
        return in("areas/" + code + ".html");
    }

    public String edition(int number) {
        return in("editions/" + number + ".html");
    }

    /** A file of an edition. */
    public String file(int number, String name) {
        return to(Archive.of(number) + "/" + name);
    }
}
