package acorde.bench;

import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.Said;
import acorde.exchange.Ref;
import acorde.policy.Annex;
import acorde.policy.Purpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** As many reports of El Salvador, of an exercise, as a measurement wants. @param acts where they are said */
record ManyReports(Acts acts) {
    static final Purpose AREA = new Purpose("A2");
    private static final Path ANNEX = Path.of("compacts", "moc-2019", "policy.cedar");
    private static final int AT_ONCE = 500;
    private static final int WAITING = 16;

    static Annex annex() throws Exception {
        if (Annex.read(Files.readString(ANNEX)) instanceof Annex annex) return annex;
        throw new IllegalStateException("the annex has faults");
    }

    /** @param words that stand in the facts of each beside those of all */
    void say(int count, IntFunction<String> words) throws Exception {
        var said = new ArrayList<CompletableFuture<Said<String>>>();
        for (var from = 0; from < count; from += AT_ONCE) {
            var drafts = new ArrayList<Draft>();
            for (var i = from; i < Math.min(count, from + AT_ONCE); i++)
                drafts.add(new Draft(
                        "exchange.reported",
                        "analysis",
                        Collections.emptySortedSet(),
                        List.of(),
                        report(i, words.apply(i))));
            said.add(acts.sayOfItself(new Command<String>() {
                @Override
                public Decision<String> decide(Past past, Instant now) {
                    return new Decision.Say<>(drafts);
                }
            }));
            if (said.size() == WAITING) {
                for (var each : said) written(each);
                said.clear();
            }
        }
        for (var each : said) written(each);
    }

    private static void written(CompletableFuture<Said<String>> said) throws Exception {
        if (!(said.get() instanceof Said.Written<String>)) throw new IllegalStateException("not written");
    }

    private static ObjectNode report(int number, String words) {
        var review = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(90);
        var body = JsonMapper.shared().createObjectNode();
        body.put("ref", Ref.fresh().value())
                .put("exercise", true)
                .put("language", "es")
                .put("title", "EJERCICIO: partidas de nacimiento con un mismo sello " + number)
                .put("fact", "EJERCICIO. Se presentaron en el puesto tres partidas con un sello idéntico. " + words)
                .put("evaluation", "B2");
        body.putArray("handling").add("H2");
        body.put("tlp", "AMBER");
        body.putArray("purposes").add(AREA.code());
        return body.put("basis", "Memorando de 2019, área 2").put("review", review.toString());
    }
}
