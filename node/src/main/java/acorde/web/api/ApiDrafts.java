package acorde.web.api;

import acorde.compact.Bilingual;
import acorde.groups.Groups;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.web.desk.ActReading;
import acorde.web.desk.Tables;
import acorde.web.groups.Brought;
import acorde.web.groups.Shown;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** What this node would write for a meeting: the points that ask for a place, and minutes of what was said so far. It says nothing. */
@Controller
final class ApiDrafts {
    private final Groups groups;
    private final Tables tables;
    private final Brought brought;

    ApiDrafts(Groups groups, Tables tables, Brought brought) {
        this.groups = groups;
        this.tables = tables;
        this.brought = brought;
    }

    @GetMapping("/api/v1/meetings/{party}/{index}/drafts")
    ResponseEntity<byte[]> drafts(HttpServletRequest request, @PathVariable String party, @PathVariable String index) {
        Query.read(request);
        var meeting = ActReading.id(party, index)
                .flatMap(groups::sitting)
                .filter(one -> one.sitting().isMeeting())
                .orElseThrow(
                        () -> Problem.rule(404, "Not found", "This node knows no such meeting.", "UNKNOWN_SITTING"));
        var agenda = groups.draftAgenda(meeting, brought.to(meeting, groups.now()));
        var minutes = groups.draftMinutes(meeting, title(meeting), Shown::office);
        var body = JsonMapper.shared().createObjectNode();
        body.set(
                "points",
                new Saying.Points(meeting.sitting().act(), agenda.points())
                        .body()
                        .path("points"));
        body.put("leftOut", agenda.leftOut());
        body.putObject("minutes").put("es", minutes.es()).put("en", minutes.en());
        return Answers.json(request, body);
    }

    private Bilingual title(Proceedings meeting) {
        var group = meeting.sitting().group();
        return tables.find(group).map(known -> known.text().title()).orElseGet(() -> new Bilingual(group, group));
    }
}
