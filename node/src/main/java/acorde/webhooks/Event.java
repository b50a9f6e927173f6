package acorde.webhooks;

import acorde.notices.Notice;
import acorde.offices.OfficeCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * That something waits: how many of which kind.
 *
 * @param id the same for the same things told a second time, so that a receiver that has seen it leaves it
 * @param body JSON
 */
record Event(String id, String body) {
    private static final int ID = 32;

    /** A function of what there is to tell that was not told before. */
    static Event of(Hook hook, OfficeCode office, Collection<Notice> fresh) {
        var kinds = new TreeMap<String, Integer>();
        for (var notice : fresh) kinds.merge(kind(notice), 1, Integer::sum);
        var body = JsonMapper.shared().createObjectNode().put("type", "acorde.waits");
        var told = body.putObject("data").put("office", office.value()).putObject("kinds");
        kinds.forEach(told::put);
        var keys = fresh.stream().map(Notice::key).sorted().collect(Collectors.joining("\n"));
        var name = hook.id() + "\n" + hook.arrived() + "\n" + keys;
        var hash = Hash.sha256(name.getBytes(StandardCharsets.UTF_8)).hex();
        return new Event("evt_" + hash.substring(0, ID), body.toString());
    }

    /** What falls due soon and what is late are further kinds, as mail tells them apart; any other mark tells of a thing which it is. */
    private static String kind(Notice notice) {
        var told = notice.mark().equals("soon") || notice.mark().equals("late");
        return told ? notice.what() + "-" + notice.mark() : notice.what();
    }
}
