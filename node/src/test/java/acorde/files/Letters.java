package acorde.files;

import acorde.acts.Act;
import acorde.acts.Applied;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.postgres.Table;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;

/** The smallest duty whose acts carry files, for tests. */
public final class Letters implements Duty {
    @Override
    public String schema() {
        return "files";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("letters.sent");
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(Named.FILES);
    }

    @Override
    public Applied apply(Past past, Act act) {
        return Attachment.read(act.body())
                .map(files -> Applied.accepted(Named.puts(act, files)))
                .orElseGet(() -> Applied.rejected(act, "MALFORMED"));
    }

    public record Send(List<Attachment> files, SortedSet<PartyCode> to) implements Command<String> {
        @Override
        public Decision<String> decide(Past past, Instant now) {
            var body = JsonNodeFactory.instance.objectNode();
            body.set(Attachment.MEMBER, Attachment.write(files));
            return new Decision.Say<>(List.of(new Draft("letters.sent", "coordination", to, List.of(), body)));
        }
    }

    public static Send send(List<Attachment> files, PartyCode... to) {
        return new Send(files, new TreeSet<>(List.of(to)));
    }
}
