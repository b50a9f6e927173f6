package acorde.publication;

import acorde.compact.Area;
import acorde.compact.CharterText;
import acorde.compact.Event;
import acorde.compact.Founding;
import acorde.compact.Instrument;
import acorde.compact.Meeting;
import acorde.compact.PublicationTerms;
import acorde.compact.Source;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of the compact.
 *
 * @param founding the charter, with the parties
 * @param publisher whose node tells it
 * @param terms on which it is published; null if the parties agreed on none
 * @param matters what was agreed, met, happened and is cited
 */
public record Account(
        Founding founding, PartyCode publisher, @Nullable PublicationTerms terms, Matters matters) {

    /** The items of the compact, each by its code. */
    public record Matters(
            @Nullable Instrument instrument,
            SortedMap<String, Area> areas,
            SortedMap<String, Promise> promises,
            SortedMap<String, Meeting> meetings,
            SortedMap<String, Event> events,
            SortedMap<String, Source> sources) {} // one part for each kind of item

    public List<PartyCode> parties() {
        return founding.parties().stream().map(CharterText.Party::code).toList();
    }

    public Collection<Promise> promises() {
        return matters.promises().values();
    }

    public List<Promise> promises(String area) {
        return promises().stream()
                .filter(promise -> promise.text().area().equals(area))
                .toList();
    }

    /** The honest figures. */
    public HonestFigures figures(LocalDate today) {
        return figures(promises(), today);
    }

    /** The honest figures of some of it. */
    public static HonestFigures figures(Collection<Promise> some, LocalDate today) {
        return HonestFigures.of(some.stream().map(Promise::counted).toList(), today);
    }
}
