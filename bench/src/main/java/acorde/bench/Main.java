package acorde.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code ./acorde bench [--short] [story ...]}: measures all stories or those named, and writes the results down; a short run only tries them.
 * {@code ./acorde bench table} measures nothing and writes the table anew.
 */
public final class Main {
    private static final List<Story> STORIES = List.of(
            new LogCrypto(),
            new PolicyStory(),
            new DurableActs(),
            new Propagation(),
            new CatchUpStory(),
            new HttpActs(),
            new NodeStart(),
            new AnotherScreen(),
            new PagesStory(),
            new WorkingPages(),
            new FindingStory(),
            new LightsStory(),
            new PublishStory(),
            new ReturnsStory(),
            new ItemsStory(),
            new TaxiiStory(),
            new TaxiiAddStory(),
            new LargeItemStory(),
            new ExchangeStory());

    /** Tomcat tells of each start and stop, which hides the figures. Held here, for a logger nobody holds forgets its level. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private Main() {}

    public static void main(String[] args) throws Exception {
        TOMCAT.setLevel(Level.SEVERE);
        var isShort = Arrays.asList(args).contains("--short");
        var wanted = Arrays.stream(args).filter(word -> !word.equals("--short")).toList();
        if (wanted.equals(List.of("table"))) {
            Results.table();
            return;
        }
        var unknown = wanted.stream()
                .filter(name -> STORIES.stream().noneMatch(story -> story.name().equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no story " + unknown + "; there are "
                    + STORIES.stream().map(Story::name).toList() + ".");
            System.exit(2);
        }
        var figures = new ArrayList<Figure>();
        try (var place = new Workplace(isShort)) {
            var machine = Machine.here(place);
            System.out.println(machine);
            for (var story : STORIES) {
                if (!wanted.isEmpty() && !wanted.contains(story.name())) continue;
                System.out.println(story.name() + " ...");
                for (var figure : story.measure(place)) {
                    System.out.printf(
                            "  %-64s %,12.2f %-8s %s %s%n",
                            figure.what(), figure.value(), figure.unit(), figure.verdict(), figure.note());
                    figures.add(figure);
                }
                if (!isShort) Results.write(machine, figures);
            }
        }
    }
}
