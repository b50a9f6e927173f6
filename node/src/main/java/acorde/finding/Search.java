package acorde.finding;

import acorde.finding.Stems.Stem;
import acorde.offices.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers questions from the index.
 *
 * <p>Up to {@link #COMPARED} answers are read whole, counted, and ordered by merit. Where there are more, as for a word that stands
 * everywhere, nobody can tell them apart by merit: they are walked in the order of their days, and only as far as they are shown.
 */
final class Search {
    /** Answers that are counted and compared. */
    static final int COMPARED = 1_000;

    /** Of what was said lately, looked at to tell a question that much answers. */
    private static final int LOOKED_AT = 2 * COMPARED;

    /** How long the database may look. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Rooms rooms;
    private final Stems stems;
    private final Catalogues catalogues;

    Search(DataSource readers, Rooms rooms, Stems stems, Catalogues catalogues) {
        this.jdbc = JdbcClient.create(readers);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(readers));
        this.transaction.setReadOnly(true);
        this.rooms = rooms;
        this.stems = stems;
        this.catalogues = catalogues;
    }

    /** A row of the index that answers. */
    private record Row(
            Cursor at,
            @Nullable String area,
            List<String> parties,
            @Nullable String standing) { // one row
        Key key() {
            return at.key();
        }

        List<String> words(Filter.By by) {
            return switch (by) {
                case KIND -> List.of(key().kind());
                case AREA -> area == null ? List.of() : List.of(area);
                case PARTY -> parties;
                case STANDING -> standing == null ? List.of() : List.of(standing);
            };
        }
    }

    private static final Comparator<Cursor> BY_MERIT = Comparator.comparingInt(Cursor::rank)
            .thenComparing(Comparator.comparing(Cursor::merit).reversed())
            .thenComparingInt(Cursor::age)
            .thenComparing(Cursor::key);

    Answer ask(Officer reader, Question question, Filter filter, @Nullable Cursor after, int most) {
        var entered = rooms.openTo(reader, catalogues.stances().values());
        if (entered.isEmpty()) return new Answer.Found(List.of(), 0, false, Map.of(), null);
        var known = stems.of(words(question));
        var wanted = Lexemes.wanted(entered, question, filter, known);
        try {
            var found = isCommon(entered, wanted, filter)
                    ? byDay(entered, wanted, filter, Cursor.BEGINNING, COMPARED + 1)
                    : rows("enable_indexscan", SOME, parameters(wanted, filter), COMPARED + 1);
            var more = found.size() > COMPARED;
            var all = here(found);
            var shown = new ArrayList<Row>();
            if (more || (after != null && after.isByDay()))
                shown.addAll(walked(
                        from -> byDay(entered, wanted, filter, from, most + 1),
                        after == null ? Cursor.BEGINNING : after,
                        most + 1));
            else
                all.stream()
                        .filter(row -> after == null || BY_MERIT.compare(row.at(), after) > 0)
                        .sorted(Comparator.comparing(Row::at, BY_MERIT))
                        .limit(most + 1L)
                        .forEach(shown::add);
            var page = shown.subList(0, Math.min(most, shown.size()));
            var open = open(reader, page);
            var told = page.stream().filter(row -> open.containsKey(row.key())).toList();
            // What went since the index was brought up to it is neither counted nor named as the last.
            all.removeIf(row -> page.contains(row) && !told.contains(row));
            var next = shown.size() > most && !told.isEmpty() ? told.getLast().at() : null;
            return new Answer.Found(
                    hits(inOrder(told, open), question, known),
                    Math.min(all.size(), COMPARED),
                    more,
                    values(all, more),
                    next);
        } catch (DataAccessException e) {
            if (wasStopped(e)) return new Answer.TooBroad();
            throw e;
        }
    }

    /** Without what is here no more, which the index may still have for a moment. */
    private List<Row> here(List<Row> rows) {
        var gone = catalogues.gone(rows.stream().map(Row::key).toList());
        return rows.stream().filter(row -> !gone.contains(row.key())).collect(Collectors.toCollection(ArrayList::new));
    }

    /** The next of what is here. @param part as many behind a place as are wanted */
    private List<Row> walked(Function<Cursor, List<Row>> part, Cursor after, int most) {
        var here = new ArrayList<Row>();
        var from = after;
        while (true) {
            var next = part.apply(from);
            here.addAll(here(next));
            if (next.size() < most || here.size() >= most) return here;
            from = next.getLast().at();
        }
    }

    private static Set<String> words(Question question) {
        var words = new HashSet<String>();
        question.wanted().forEach(phrase -> words.addAll(phrase.words()));
        question.unwanted().forEach(phrase -> words.addAll(phrase.words()));
        return words;
    }

    private static final String COLUMNS = "p.kind, p.name, p.rank, p.age, p.area, p.parties, p.standing, ";

    private static final String ANSWERS = """
             p.words @@ ?::tsquery and p.age between ? and ? and (?::jsonb is null or exists (
                select from jsonb_each_text(p.touched) t(party, act) where t.act::int8 >= coalesce((?::jsonb ->> t.party)::int8, 0)))
            """;

    private static final String SOME = "select " + COLUMNS
            + "case when ? = '' then 0 else ts_rank(p.words, nullif(?, '')::tsquery) end as merit from finding.page p where"
            + ANSWERS + " limit ?";

    /** Room by room, so that nobody waits for what stands in a room they may not enter. */
    private static final String BY_DAY =
            "select p.* from unnest(?::int4[]) as open(room) cross join lateral (select " + COLUMNS
                    + "'NaN'::float4 as merit from finding.page p where p.room = open.room and" + ANSWERS
                    + " and (p.rank, p.age, p.kind, p.name) > (?, ?, ?, ?) order by p.rank, p.age, p.kind, p.name limit ?) p"
                    + " order by p.rank, p.age, p.kind, p.name limit ?";

    /** Of what was said the newest, room by room. */
    private static final String NEWEST = "select p.* from unnest(?::int4[]) as open(room) cross join lateral (select "
            + COLUMNS
            + "'NaN'::float4 as merit, p.words, p.touched from finding.page p where p.room = open.room and p.rank = ?"
            + " and p.age between ? and ? order by p.age, p.kind, p.name limit ?) p where" + ANSWERS + " limit ?";

    private static List<@Nullable Object> conditions(Lexemes.Wanted wanted, Filter filter) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(wanted.match());
        parameters.add(filter.to() == null ? Integer.MIN_VALUE : PageRows.age(filter.to()));
        parameters.add(
                filter.from() == null ? PageRows.NO_DAY - (filter.to() == null ? 0 : 1) : PageRows.age(filter.from()));
        var mark = filter.since() == null ? null : sizes(filter.since());
        parameters.add(mark);
        parameters.add(mark);
        return parameters;
    }

    private static String sizes(Visits.Mark mark) {
        var json = JsonMapper.shared().createObjectNode();
        mark.sizes().forEach((party, size) -> json.put(party.value(), size));
        return json.toString();
    }

    private static List<@Nullable Object> parameters(Lexemes.Wanted wanted, Filter filter) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(wanted.merit());
        parameters.add(wanted.merit());
        parameters.addAll(conditions(wanted, filter));
        return parameters;
    }

    private List<Row> byDay(
            List<Integer> open, Lexemes.Wanted wanted, Filter filter, Cursor after, int most) { // as ask
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(open.toArray(Integer[]::new));
        parameters.addAll(conditions(wanted, filter));
        parameters.addAll(List.of(
                after.rank(), after.age(), after.key().kind(), after.key().name(), most));
        return rows("enable_bitmapscan", BY_DAY, parameters, most);
    }

    /**
     * Whether so much of what was said lately answers that there is more than is compared. The index of words reads every place of a word before
     * it gives its first answer, which for one that stands everywhere takes longer than to walk.
     */
    private boolean isCommon(List<Integer> open, Lexemes.Wanted wanted, Filter filter) {
        var parameters = new ArrayList<@Nullable Object>();
        var conditions = conditions(wanted, filter);
        parameters.add(open.toArray(Integer[]::new));
        parameters.add(Entry.Rank.SAYING.ordinal());
        parameters.addAll(conditions.subList(1, 3));
        parameters.add(Math.max(1, LOOKED_AT / open.size()));
        parameters.addAll(conditions);
        return rows("enable_bitmapscan", NEWEST, parameters, COMPARED + 1).size() > COMPARED;
    }

    /**
     * Each question is planned anew: one plan for all of them reads whatever has a day before it looks for a word.
     *
     * @param not the way of reading that is never right here, whatever the database guesses of how much there is
     */
    private List<Row> rows(String not, String sql, List<@Nullable Object> parameters, int most) {
        var rows = transaction.execute(status -> {
            jdbc.sql(
                            "select set_config('statement_timeout', ?, true), set_config('plan_cache_mode', 'force_custom_plan', true),"
                                    + " set_config('enable_seqscan', 'off', true), set_config(?, 'off', true)")
                    .params(Long.toString(LONGEST.toMillis()), not)
                    .query((row, number) -> row.getString(1))
                    .single();
            return jdbc.sql(sql).params(parameters).param(most).query(READ).list();
        });
        return rows == null ? List.of() : rows;
    }

    private static final RowMapper<Row> READ = (row, number) -> new Row(
            new Cursor(
                    row.getInt("rank"),
                    row.getFloat("merit"),
                    row.getInt("age"),
                    new Key(row.getString("kind"), row.getString("name"))),
            row.getString("area"),
            parties(row),
            row.getString("standing"));

    private static List<String> parties(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("parties").getArray());
    }

    private static Map<Filter.By, SortedMap<String, Integer>> values(List<Row> rows, boolean more) {
        var values = new EnumMap<Filter.By, SortedMap<String, Integer>>(Filter.By.class);
        for (var by : Filter.By.values()) {
            var counts = new TreeMap<String, Integer>();
            for (var row : rows) for (var word : row.words(by)) counts.merge(word, more ? 0 : 1, Integer::sum);
            values.put(by, counts);
        }
        return values;
    }

    /** A text with the words of it that are looked through: taking it apart is most of what an excerpt costs, so it is done once. */
    private record Parsed(String text, List<Word> words) {
        static Parsed of(String text) {
            return new Parsed(text, Word.of(text, Excerpt.WORDS));
        }

        Excerpt excerpt(Predicate<Word> wanted) {
            return Excerpt.of(text, words.stream().filter(wanted).toList());
        }
    }

    private List<Answer.Hit> hits(List<Entry> entries, Question question, Map<String, Stem> known) {
        var es = entries.stream().map(entry -> Parsed.of(entry.text().es())).toList();
        var en = entries.stream().map(entry -> Parsed.of(entry.text().en())).toList();
        var words = new HashSet<String>();
        Stream.concat(es.stream(), en.stream())
                .forEach(parsed -> parsed.words().forEach(word -> words.add(word.plain())));
        var stems = new HashMap<>(this.stems.of(words));
        stems.putAll(known);
        var inSpanish = wanted(question, stems, true);
        var inEnglish = wanted(question, stems, false);
        var hits = new ArrayList<Answer.Hit>();
        for (var i = 0; i < entries.size(); i++)
            hits.add(new Answer.Hit(
                    entries.get(i), es.get(i).excerpt(inSpanish), en.get(i).excerpt(inEnglish)));
        return hits;
    }

    /** Read from their duties as they are now, and asked once more whether the reader may open them. */
    private Map<Key, Entry> open(Officer reader, List<Row> page) {
        var open = new HashMap<Key, Entry>();
        for (var entry : catalogues.entries(page.stream().map(Row::key).toList()))
            if (entry.audience().admits(reader)) open.put(entry.key(), entry);
        return open;
    }

    private static List<Entry> inOrder(List<Row> rows, Map<Key, Entry> open) {
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(open.get(row.key())).stream())
                .toList();
    }

    /** Whether a word is looked for, in one language. */
    private static Predicate<Word> wanted(Question question, Map<String, Stem> stems, boolean spanish) {
        var wanted = new HashSet<String>();
        for (var phrase : question.wanted())
            for (var word : phrase.words()) {
                var stem = stems.get(word);
                if (stem != null) wanted.add(stem.in(spanish));
            }
        return word -> {
            var stem = stems.get(word.plain());
            return stem != null && wanted.contains(stem.in(spanish));
        };
    }

    private static final String BEGINNING =
            "select " + COLUMNS + "0::float4 as merit from finding.page p where p.words @@ ?::tsquery limit ?";

    /** Letters from which on suggestions are made: one begins too many words. */
    private static final int LETTERS = 2;

    List<Entry> suggest(Officer reader, String typed, int most) {
        var words = Word.of(typed, Question.WORDS).stream().map(Word::plain).toList();
        var open = rooms.openTo(reader, catalogues.stances().values());
        if (words.isEmpty() || words.getLast().length() < LETTERS || open.isEmpty()) return List.of();
        try {
            var rows = rows("enable_indexscan", BEGINNING, List.of(Lexemes.beginning(open, words)), COMPARED);
            var first = here(rows).stream()
                    .sorted(Comparator.comparing(Row::at, BY_MERIT))
                    .limit(most)
                    .toList();
            return inOrder(first, open(reader, first));
        } catch (DataAccessException e) {
            if (wasStopped(e)) return List.of();
            throw e;
        }
    }

    /** PostgreSQL calls it a cancelled query; to Spring it is any failure of a resource. */
    private static boolean wasStopped(DataAccessException fault) {
        return fault.getMostSpecificCause() instanceof SQLException cause && "57014".equals(cause.getSQLState());
    }
}
