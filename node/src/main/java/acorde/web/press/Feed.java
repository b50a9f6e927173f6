package acorde.web.press;

import acorde.publication.Edition;
import acorde.web.view.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The editions as a feed (RFC 4287). Links are relative to the feed, as the standard lets them be. */
final class Feed {
    private static final int ENTRIES = 50;

    private Feed() {}

    /** @param editions from the first to the last */
    static String of(List<Edition> editions, Frame frame) {
        var last = editions.getLast();
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        text.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
                .append(frame.language().code())
                .append("\">\n");
        element(text, "id", id(last, "feed/" + frame.language().code()));
        element(
                text,
                "title",
                frame.say(
                        "press.feed",
                        last.compact(),
                        frame.within(last.publisher().value())));
        element(text, "updated", last.date() + "T12:00:00Z");
        text.append("<author>");
        element(
                text,
                "name",
                frame.say("press.node", frame.within(last.publisher().value())));
        text.append("</author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"feed.xml\"/>\n");
        text.append("<link rel=\"alternate\" type=\"text/html\" href=\"index.html\"/>\n");
        for (var edition : editions.reversed().subList(0, Math.min(ENTRIES, editions.size())))
            entry(text, edition, frame);
        return text.append("</feed>\n").toString();
    }

    private static void entry(StringBuilder text, Edition edition, Frame frame) {
        text.append("<entry>\n");
        element(text, "id", id(edition, Integer.toString(edition.number())));
        element(text, "title", frame.say("press.edition", edition.number(), frame.day(edition.date())));
        element(text, "updated", edition.date() + "T12:00:00Z");
        text.append("<link rel=\"alternate\" type=\"text/html\" href=\"editions/")
                .append(edition.number())
                .append(".html\"/>\n<link rel=\"enclosure\" type=\"application/json\" href=\"../")
                .append(Archive.of(edition.number()))
                .append("/compact.json\"/>\n");
        var figures = edition.figures();
        element(
                text,
                "summary",
                frame.say(
                        "press.feed.summary",
                        figures.total(),
                        figures.dated(),
                        figures.numbered(),
                        figures.measured(),
                        edition.changed()));
        text.append("</entry>\n");
    }

    /** The same for ever, whatever the address under which the site lies. */
    private static String id(Edition edition, String of) {
        var name = "acorde/" + edition.compact() + "/" + edition.publisher() + "/" + of;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void element(StringBuilder text, String name, String content) {
        text.append('<').append(name).append('>');
        text.append(content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        text.append("</").append(name).append(">\n");
    }
}
