package acorde.requests;

import acorde.acts.ActId;
import acorde.postgres.Keyed;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What parties said of requests. */
record RequestsRows(JdbcClient jdbc) {
    static final Table<About, Spoken> WORD = Table.<About, Spoken>named("requests.word")
            .key("request", Type.TEXT, key -> key.request().toString())
            .key("party", Type.TEXT, key -> key.party().value())
            .key("kind", Type.TEXT, key -> key.kind().name())
            .column("act", Type.TEXT, row -> row.act().toString())
            .column("office", Type.TEXT, Spoken::office)
            .column("said", Type.BIGINT, Spoken::said)
            .column("code", Type.TEXT, row -> code(row.word()))
            .reading(row -> {
                var kind = Word.Kind.valueOf(row.text("kind"));
                return new Keyed<>(
                        new About(ActId.parse(row.text("request")), new PartyCode(row.text("party")), kind),
                        new Spoken(
                                ActId.parse(row.text("act")),
                                row.text("office"),
                                row.bigint("said"),
                                word(kind, row.text("code"))));
            });

    /** Who said what kind of thing of which request. What another party than the one that was asked says of it is looked up nowhere. */
    record About(ActId request, PartyCode party, Word.Kind kind) {}

    /** @param said when its author says so, ms since 1970 */
    record Spoken(ActId act, String office, long said, Word word) {
        Request.Said asSaid() {
            return new Request.Said(act, office, Instant.ofEpochMilli(said), word);
        }
    }

    private static String code(Word word) {
        return switch (word) {
            case Word.Acknowledged _ -> "";
            case Word.Extended(var reason) -> reason.name();
            case Word.Refused(var ground) -> ground.name();
        };
    }

    private static Word word(Word.Kind kind, String code) {
        return switch (kind) {
            case ACKNOWLEDGED -> new Word.Acknowledged();
            case EXTENDED -> new Word.Extended(Word.Reason.valueOf(code));
            case REFUSED -> new Word.Refused(Word.Ground.valueOf(code));
        };
    }

    static RequestsRows of(DataSource readers) {
        return new RequestsRows(JdbcClient.create(readers));
    }

    /** What was said of these requests, in the order of the logs. */
    List<Keyed<About, Spoken>> of(Collection<ActId> requests) {
        return jdbc.sql("select * from requests.word where request = any(?)"
                        + " order by party, split_part(act, '/', 2)::bigint")
                .param(names(requests))
                .query((row, number) -> WORD.keyed(row))
                .list();
    }

    /** Those of these requests that a party refused, with that party. */
    Set<About> refused(Collection<ActId> requests) {
        return of(requests).stream()
                .map(Keyed::key)
                .filter(key -> key.kind() == Word.Kind.REFUSED)
                .collect(Collectors.toSet());
    }

    private static String[] names(Collection<ActId> requests) {
        return requests.stream().map(ActId::toString).toArray(String[]::new);
    }
}
