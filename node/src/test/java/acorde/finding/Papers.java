package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Applied;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.Said;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.offices.Role;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.Table;
import acorde.postgres.TestPostgres;
import acorde.trust.Logs;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One party's node whose acts are papers: each lets itself be found, by whom it says itself. */
final class Papers implements AutoCloseable {
    static final PartyCode HN = new PartyCode("HN");
    static final PartyCode GT = new PartyCode("GT");

    static final Officer OBSERVER = new Officer(new Person.Id(1), "Ana Tzoc", new OfficeCode(Role.OBSERVER.word()));

    final Postgres postgres = TestPostgres.fresh("trust", "acts", "finding");
    final Acts acts;
    private final Lease lease;
    final Set<ActId> taken = new HashSet<>();
    private final Set<Key> said = new TreeSet<>();
    volatile Stance stance = Stance.NONE;
    Finding finding;

    /** What a paper says. */
    static final class Paper {
        final ObjectNode body = JsonMapper.shared().createObjectNode();

        Paper(String es, String en) {
            body.put("es", es).put("en", en).put("audience", Audience.EVERY_OFFICER.toString());
        }

        static Paper of(String text) {
            return new Paper(text, text);
        }

        Paper title(String es, String en) {
            body.put("titleEs", es).put("titleEn", en);
            return this;
        }

        Paper to(Audience audience) {
            return with("audience", audience.toString());
        }

        /** Any of kind, area, parties, standing, day, until. */
        Paper with(String what, String value) {
            body.put(what, value);
            return this;
        }
    }

    Papers(Path folder) {
        var parties = new Parties(folder, Parties.NOWHERE, "GT", "HN");
        var logs = new Logs(parties.charter(), HN, parties.keys(HN), postgres.readers());
        lease = postgres.lease("log");
        acts = new Acts(postgres, lease, logs, List.of(new Reading()), (_, _) -> {}, Clock.systemUTC());
        finding = reopened();
    }

    /** The index as a node that was started again opens it. */
    Finding reopened() {
        finding = new Finding(postgres, lease, acts, List.of(new Shelf()), Clock.systemUTC());
        return finding;
    }

    /** Accepts papers; what they say is read when it is asked for. */
    private static final class Reading implements Duty {
        @Override
        public String schema() {
            return "papers";
        }

        @Override
        public Set<String> kinds() {
            return Set.of("papers.said");
        }

        @Override
        public List<Table<?, ?>> tables() {
            return List.of();
        }

        @Override
        public Applied apply(Past past, Act act) {
            return Applied.accepted(List.of());
        }
    }

    private final class Shelf implements Catalogue {
        @Override
        public Set<String> kinds() {
            return Set.of("paper", "note");
        }

        @Override
        public Set<Key> touched(Act act, Function<ActId, Optional<Act>> known) {
            var keys = new HashSet<>(Set.of(key(act)));
            for (var before : act.after()) known.apply(before).ifPresent(named -> keys.add(key(named)));
            return keys;
        }

        @Override
        public Stance stance() {
            return stance;
        }

        @Override
        public List<Key> behind(@Nullable Key last, int most) {
            return said.stream()
                    .filter(key -> last == null || key.compareTo(last) > 0)
                    .limit(most)
                    .toList();
        }

        @Override
        public Collection<Entry> entries(Collection<Key> keys) {
            var ids = keys.stream().map(key -> ActId.parse(key.name())).toList();
            var entries = new ArrayList<Entry>();
            acts.parts(
                    ids,
                    part -> part.values().stream()
                            .filter(act -> !taken.contains(act.id()))
                            .map(Papers::entry)
                            .forEach(entries::add));
            return entries;
        }
    }

    Answer.Found found(String typed, Filter filter, @Nullable Cursor after, int most) {
        return assertInstanceOf(Answer.Found.class, finding.ask(OBSERVER, Question.read(typed), filter, after, most));
    }

    Set<String> names(String typed) {
        return names(typed, Filter.NONE);
    }

    Set<String> names(String typed, Filter filter) {
        return found(typed, filter, null, 1_000).hits().stream()
                .map(hit -> hit.entry().key().name())
                .collect(Collectors.toSet());
    }

    /** Page by page, with cursors as they are handed out. */
    List<String> all(String typed, int most) {
        var all = new ArrayList<String>();
        Cursor after = null;
        do {
            var page = found(typed, Filter.NONE, after, most);
            page.hits().forEach(hit -> all.add(hit.entry().key().name()));
            after = page.next();
        } while (after != null && Cursor.read(after.toString()).equals(Optional.of(after)));
        return all;
    }

    /** Papers on one theme, three a day. */
    static List<Paper> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        Paper.of("tema").with("day", LocalDate.ofEpochDay(i / 3).toString()))
                .toList();
    }

    static Key key(Act act) {
        return new Key(act.body().path("kind").asString("paper"), act.id().toString());
    }

    static Entry entry(Act act) {
        var body = act.body();
        var parties = new TreeSet<PartyCode>();
        for (var code : body.path("parties").asString("").split(" "))
            if (!code.isEmpty()) parties.add(new PartyCode(code));
        var day = body.path("day").asString("");
        var until = body.path("until").asString("");
        return new Entry(
                key(act),
                Audience.parse(body.path("audience").asString("")),
                new Entry.Text(
                        body.path("titleEs").asString(""), body.path("titleEn").asString("")),
                new Entry.Text(body.path("es").asString(""), body.path("en").asString("")),
                new Entry.Place(
                        blankIsNone(body.path("area").asString("")),
                        parties,
                        blankIsNone(body.path("standing").asString("")),
                        day.isEmpty() ? null : LocalDate.parse(day)),
                act.id(),
                body.path("kind").asString("paper").equals("note") ? Entry.Rank.SAYING : Entry.Rank.THING,
                until.isEmpty() ? null : LocalDate.parse(until));
    }

    private static @Nullable String blankIsNone(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Says papers, all of them with one command. */
    List<Act> say(List<Paper> papers, ActId... after) {
        var drafts = new ArrayList<Draft>();
        for (var paper : papers)
            drafts.add(new Draft("papers.said", "coordination", new TreeSet<>(Set.of(GT)), List.of(after), paper.body));
        Command<String> command = new Command<>() {
            @Override
            public Decision<String> decide(Past past, Instant now) {
                return new Decision.Say<>(drafts);
            }
        };
        try {
            return switch (acts.sayOfItself(command).get(60, TimeUnit.SECONDS)) {
                case Said.Written<String>(var written) -> {
                    written.forEach(act -> said.add(key(act)));
                    yield written;
                }
                case Said.Declined<String>(var why) -> throw new AssertionError(why);
            };
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Act say(Paper paper) {
        return say(List.of(paper)).getFirst();
    }

    /** Brings the index up to what is said. */
    Papers indexed() {
        try {
            while (finding.step()) {
                // until there is no more
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    void execute(String sql) {
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long count(String table) {
        return JdbcClient.create(postgres.readers())
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        finding.close();
        acts.close();
        lease.close();
        postgres.close();
    }
}
