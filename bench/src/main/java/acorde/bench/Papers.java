package acorde.bench;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Applied;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.finding.Audience;
import acorde.finding.Catalogue;
import acorde.finding.Entry;
import acorde.finding.Key;
import acorde.postgres.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A duty whose acts derive nothing and can be found: as many things as a measurement wants. */
final class Papers implements Duty {
    static final String KIND = "papers.said";

    @Override
    public String schema() {
        return "papers";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of();
    }

    @Override
    public Applied apply(Past past, Act act) {
        return Applied.accepted(List.of());
    }

    /** @param acts where they are said */
    record Shelf(Acts acts) implements Catalogue {
        @Override
        public Set<String> kinds() {
            return Set.of("initiative", "meeting", "progress");
        }

        @Override
        public Set<Key> touched(Act act, Function<ActId, Optional<Act>> known) {
            return Set.of(key(act));
        }

        @Override
        public Collection<Entry> entries(Collection<Key> keys) {
            var ids = keys.stream().map(key -> ActId.parse(key.name())).toList();
            return acts.acts(ids).values().stream().map(Shelf::entry).toList();
        }

        private static Key key(Act act) {
            return new Key(act.body().path("kind").asString(), act.id().toString());
        }

        private static Entry entry(Act act) {
            var key = key(act);
            return new Entry(
                    key,
                    Audience.EVERY_OFFICER,
                    text(act.body().path("title")),
                    text(act.body().path("text")),
                    new Entry.Place(
                            act.body().path("area").asString(),
                            act.to(),
                            null,
                            LocalDate.parse(act.body().path("day").asString())),
                    act.id(),
                    key.kind().equals("progress") ? Entry.Rank.SAYING : Entry.Rank.THING);
        }

        private static Entry.Text text(JsonNode text) {
            return new Entry.Text(text.path("es").asString(), text.path("en").asString());
        }
    }
}
