package acorde.web.desk;

import acorde.compact.Group;
import acorde.web.view.OfficeName;
import acorde.web.words.Bilingual;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The mandate of a group as its parties read it before they assent: all that its text settles, a paragraph for each thing. */
final class MandateText {
    private final Group group;
    private final Words words;
    private final List<String> paragraphs = new ArrayList<>();

    private MandateText(Group group, Language language) {
        this.group = group;
        this.words = Words.in(language);
    }

    static Bilingual of(Group group) {
        return new Bilingual(new MandateText(group, Language.ES).text(), new MandateText(group, Language.EN).text());
    }

    private String text() {
        say("groups.kind." + group.kind(), "");
        paragraphs.add(
                words.language() == Language.ES
                        ? group.mandate().es()
                        : group.mandate().en());
        if (group.area() != null) say("mandate.follows", group.area());
        say(
                "mandate.parties",
                words.list(codes().stream().map(words::partyWithin).toList()));
        for (var seat : group.seats()) {
            var party = words.partyWithin(seat.party().value());
            if (seat.alternate() == null) say("mandate.seat", party, OfficeName.in(words, seat.titular()));
            else
                say(
                        "mandate.seat.alternate",
                        party,
                        OfficeName.in(words, seat.titular()),
                        OfficeName.in(words, seat.alternate()));
        }
        say("groups.quorum", group.needed(), group.parties().size());
        chair();
        cadence();
        if (!group.sources().isEmpty()) say("mandate.sources", String.join(", ", group.sources()));
        return String.join("\n", paragraphs);
    }

    private void chair() {
        var chair = group.chair();
        var first = codes().getFirst();
        if (chair == null) say("mandate.chair.stays", subject(words.partyWithin(first)));
        else say("mandate.chair", new Formats(words, first, Instant.EPOCH).day(chair.from()), chair.months());
    }

    private static String subject(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private void cadence() {
        if (group.cadence() == null) return;
        var rule = group.cadence().toString();
        var key = "cadence." + rule.replace("FREQ=", "").replace(";INTERVAL=", ".");
        say("mandate.meets", words.knows(key) ? words.say(key) : rule);
    }

    private List<String> codes() {
        return group.parties().stream().map(Object::toString).toList();
    }

    private void say(String key, Object... arguments) {
        paragraphs.add(words.say(key, arguments));
    }
}
