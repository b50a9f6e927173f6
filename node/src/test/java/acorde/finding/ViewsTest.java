package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.finding.Views.Saved;
import acorde.offices.Person;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questions that people saved. */
@Tag("database")
class ViewsTest {
    private static final Person.Id ANA = new Person.Id(1);
    private static final Person.Id BETO = new Person.Id(2);

    private Postgres postgres;
    private Lease lease;
    private Views views;

    @BeforeEach
    void open() {
        postgres = TestPostgres.fresh("finding");
        lease = postgres.lease("log");
        views = new Views(new Records(postgres, lease));
    }

    @AfterEach
    void close() {
        lease.close();
        postgres.close();
    }

    private List<String> names(Person.Id person) {
        return views.of(person).stream().map(Views.View::name).toList();
    }

    @Test
    void eachSeesAndRemovesOnlyTheirOwn() {
        assertEquals(Saved.DONE, views.save(ANA, " Niñez ", "q=ninez"));
        assertEquals(List.of("Niñez"), names(ANA));
        assertEquals(List.of(), names(BETO));
        var view = views.of(ANA).getFirst();
        views.remove(BETO, view.id());
        assertEquals(List.of("Niñez"), names(ANA));
        views.remove(ANA, view.id());
        assertEquals(List.of(), names(ANA));
    }

    @Test
    void aViewOfTheSameNameIsReplaced() {
        views.save(ANA, "Mía", "q=uno");
        assertEquals(Saved.DONE, views.save(ANA, "Mía", "q=dos"));
        assertEquals(
                List.of("q=dos"), views.of(ANA).stream().map(Views.View::asked).toList());
    }

    @Test
    void aViewHasANameAndAQuestionThatCanBeKept() {
        assertEquals(Saved.UNNAMED, views.save(ANA, "  ", "q=x"));
        assertEquals(Saved.UNNAMED, views.save(ANA, "a\0", "q=x"));
        assertEquals(Saved.DONE, views.save(ANA, "n".repeat(Views.NAME), "q".repeat(Views.ASKED)));
        assertEquals(Saved.UNNAMED, views.save(ANA, "n".repeat(Views.NAME + 1), "q"));
        assertEquals(Saved.UNNAMED, views.save(ANA, "n", "q".repeat(Views.ASKED + 1)));
    }

    @Test
    void fiftyViewsAreKeptAndNotOneMore() {
        for (var i = 0; i < Views.MOST; i++) assertEquals(Saved.DONE, views.save(ANA, "v" + i, "q=" + i));
        assertEquals(Saved.TOO_MANY, views.save(ANA, "one more", "q"));
        assertEquals(Saved.DONE, views.save(ANA, "v7", "q=again"));
        assertEquals(Views.MOST, names(ANA).size());
    }
}
