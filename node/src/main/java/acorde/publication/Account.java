package acorde.publication;

import acorde.compact.Area;
import acorde.compact.CharterText;
import acorde.compact.Event;
import acorde.compact.Founding;
import acorde.compact.Instrument;
import acorde.compact.Meeting;
import acorde.compact.PublicationTerms;
import acorde.compact.Source;
import acorde.monitoring.Days;
import acorde.monitoring.Light;
import acorde.monitoring.Lights;
import acorde.monitoring.Situation;
import acorde.monitoring.Viewer;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of the compact.
 *
 * @param founding the charter, with the parties
 * @param publisher whose node tells it
 * @param terms on which it is published; null if the parties agreed on none
 * @param days by which lights are computed, as adopted
 * @param matters what was agreed, met, happened and is cited
 */
public record Account(
        Founding founding,
        PartyCode publisher,
        @Nullable PublicationTerms terms,
        Days days,
        Matters matters) { // whose, on what terms, and what

    /** The items of the compact, each by its code. */
    public record Matters(
            @Nullable Instrument instrument,
            SortedMap<String, Area> areas,
            SortedMap<String, AreaMeasured> indicators,
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

    /** The indicators that were agreed or announced for an area as a whole. */
    public List<AreaMeasured> indicators(String area) {
        return matters.indicators().values().stream()
                .filter(each -> each.text().area().equals(area))
                .toList();
    }

    /** Whether the parties agreed to show what they report to each other. */
    boolean showsReports() {
        return terms != null && terms.reports();
    }

    /** The light of a promise on a day, as everybody is shown it: red only on the last rung (CO-5). Empty if none is shown. */
    public Optional<Light> light(Promise promise, LocalDate day) {
        var agreed = promise.progress().agreed();
        if (agreed == null) return Optional.empty();
        var situation = new Situation(agreed, promise.progress().facts(), days, day);
        return Optional.of(Lights.of(situation, new Viewer.Public()));
    }

    /** The honest figures. */
    public HonestFigures figures(LocalDate today) {
        return figures(promises(), today);
    }

    /** The honest figures of some of it. */
    public HonestFigures figures(Collection<Promise> some, LocalDate today) {
        return HonestFigures.of(
                some.stream()
                        .map(each -> each.counted(
                                light(each, today).map(Light::colour).orElse(null)))
                        .toList(),
                today);
    }
}
