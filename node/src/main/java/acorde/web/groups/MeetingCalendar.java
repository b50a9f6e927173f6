package acorde.web.groups;

import acorde.groups.Course;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Utterance;
import acorde.groups.When;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Duration;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Meetings as a calendar file (RFC 5545, and 5546 for its methods). Each change of a meeting raises its sequence, by
 * which clients know the
 * newer of two; one that was cancelled stays and says so, or clients would go on showing it.
 *
 * <p>It holds which group meets, when and where, and who presides: no link to join by, no agenda, no person. Calendars
 * lie on servers that
 * are not the party's.
 */
final class MeetingCalendar {
    /** Meetings of one file, the newest: more than a group has in forty years. */
    static final int MOST = 500;

    /**
     * Parties have no mail address here, and the standard asks for some address: this is what clients take for none.
     */
    private static final URI NO_ADDRESS = URI.create("invalid:nomail");

    /** @param group its title */
    record Meeting(Proceedings proceedings, Bilingual group) {}

    private final TimeZoneRegistry zones = TimeZoneRegistryFactory.getInstance().createRegistry();
    private final String compact;

    /** @param compact its id, so that meetings of two compacts are told apart in one calendar */
    MeetingCalendar(String compact) {
        this.compact = compact;
    }

    /**
     * All that takes place and is cancelled, to be read again and again.
     *
     * @param cut whether there are more than these
     */
    byte[] of(List<Meeting> meetings, boolean cut, String name, Words words) { // what it holds and how it is called
        var calendar = calendar(ImmutableMethod.PUBLISH, name, words);
        if (cut || meetings.size() > MOST) // what calendar programs show of a calendar beside its name
        calendar.add(new XProperty("X-WR-CALDESC", words.say("calendar.cut")));
        return written(calendar, meetings, words);
    }

    /** One meeting, to be put into a calendar once; if it is cancelled, to be taken out. */
    byte[] of(Meeting meeting, Words words) {
        var cancelled = Course.of(meeting.proceedings()).state() == Course.State.CANCELLED;
        var method = cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH;
        return written(calendar(method, words.say("calendar.name"), words), List.of(meeting), words);
    }

    private static Calendar calendar(Method method, String name, Words words) {
        var calendar = new Calendar();
        for (var property : List.of(
                new ProdId("-//Acorde//Acorde//" + words.language().name()),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                method,
                new XProperty("X-WR-CALNAME", name))) calendar.add(property);
        return calendar;
    }

    private byte[] written(Calendar calendar, List<Meeting> meetings, Words words) {
        var shown = meetings.stream()
                .sorted(Comparator.comparing((Meeting meeting) ->
                                Course.of(meeting.proceedings()).when().start())
                        .reversed())
                .limit(MOST)
                .toList();
        shown.stream()
                .map(meeting -> Course.of(meeting.proceedings()).when().zone().getId())
                .distinct()
                .sorted()
                .forEach(zone -> addZone(calendar, zone));
        for (var meeting : shown) calendar.add(event(meeting, words));
        return written(calendar);
    }

    /** What a zone's clocks did and will do, without the address of whoever published it: nobody is to be asked. */
    private void addZone(Calendar calendar, String zone) {
        var known = zones.getTimeZone(zone);
        if (known == null) return;
        var component = known.getVTimeZone().copy();
        component.removeAll(Property.TZURL);
        calendar.add(component);
    }

    private VEvent event(Meeting meeting, Words words) {
        var proceedings = meeting.proceedings();
        var sitting = proceedings.sitting();
        var course = Course.of(proceedings);
        var chair = sitting.chair() == null ? "" : sitting.chair().value();
        var event = new VEvent(false);
        event.add(new Uid(sitting.act().toString().replace('/', '-') + "@" + compact + ".acorde"));
        event.add(new DtStamp(changed(proceedings)));
        event.add(new LastModified(changed(proceedings)));
        event.add(new Sequence(sequence(proceedings)));
        event.add(start(course.when()));
        event.add(new Duration(java.time.Duration.ofMinutes(course.when().minutes())));
        event.add(new Summary(words.say("calendar.meeting", sitting.number(), in(meeting.group(), words))));
        event.add(new Description(words.say("meeting.chair", words.partyWithin(chair))));
        var place = course.where().place();
        if (place != null) event.add(new Location(in(Shown.words(place), words)));
        event.add(new Organizer(NO_ADDRESS).<Organizer>add(new Cn(words.party(chair))));
        event.add(
                course.state() == Course.State.CANCELLED
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    /** Local time in its zone; in universal time if the zone is one that calendars have no name for. */
    private DtStart<?> start(When when) {
        return zones.getTimeZone(when.zone().getId()) == null
                ? new DtStart<>(when.start())
                : new DtStart<>(when.starts().atZone(when.zone()));
    }

    /** How often it was changed: moved by the chair, and called off. Never falls, for acts are only added. */
    private static int sequence(Proceedings proceedings) {
        return (int) proceedings.said().values().stream()
                .filter(one -> one.saying() instanceof Saying.Cancelled
                        || one.saying() instanceof Saying.Changed
                                && one.by().equals(proceedings.sitting().chair()))
                .count();
    }

    /** When what a calendar shows of it was last changed. */
    private static Instant changed(Proceedings proceedings) {
        return proceedings.said().values().stream()
                .filter(one -> one.saying() instanceof Saying.Called
                        || one.saying() instanceof Saying.Changed
                        || one.saying() instanceof Saying.Cancelled)
                .map(Utterance::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String in(Bilingual text, Words words) {
        return words.language() == Language.ES ? text.es() : text.en();
    }

    private static byte[] written(Calendar calendar) {
        var text = new StringWriter();
        try {
            // Not validated again at each request: a test validates what is written of every kind of meeting.
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
