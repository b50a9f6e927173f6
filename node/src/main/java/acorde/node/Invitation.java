package acorde.node;

import acorde.web.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is said to whoever started the four nodes of the demonstration.
 *
 * @param words in whose language
 * @param addresses of the nodes, by their parties
 * @param first whether nothing was there before
 * @param later days that their clocks run ahead
 */
record Invitation(Words words, Map<String, String> addresses, boolean first, int later) {
    /** A line each. */
    List<String> lines(LocalDate today) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(words.say("cli.demo.four"));
        lines.add("");
        var choose = words.say("cli.demo.choose");
        addresses.forEach((party, address) -> lines.add("  " + party + "  " + address + "/demo   " + choose));
        lines.add("");
        if (later > 0) lines.add(words.say("cli.demo.days", today.plusDays(later), later));
        if (first) {
            lines.add(words.say("cli.demo.begin"));
            lines.add(words.say("cli.demo.assent"));
            lines.add(words.say("cli.demo.mandate"));
            lines.add(words.say("cli.demo.exchange"));
        } else lines.add(later == 0 ? words.say("cli.demo.left") : words.say("cli.demo.silence"));
        lines.add(words.say("cli.demo.public", String.valueOf(addresses.get("HN"))));
        return lines;
    }
}
