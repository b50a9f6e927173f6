package acorde.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code ./acorde bench [story ...]}: measures all stories or those named, and writes the results down. */
public final class Main {
    private static final List<Story> STORIES = List.of(new LogCrypto(), new DurableActs(), new Propagation(), new CatchUpStory());

    private Main() {}

    public static void main(String[] args) throws Exception {
        var wanted = Arrays.asList(args);
        var unknown = wanted.stream().filter(name -> STORIES.stream().noneMatch(story -> story.name().equals(name))).toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no story " + unknown + "; there are "
                    + STORIES.stream().map(Story::name).toList() + ".");
            System.exit(2);
        }
        var figures = new ArrayList<Figure>();
        try (var place = new Workplace()) {
            var machine = Machine.here(place);
            System.out.println(machine);
            for (var story : STORIES) {
                if (!wanted.isEmpty() && !wanted.contains(story.name())) continue;
                System.out.println(story.name() + " ...");
                for (var figure : story.measure(place)) {
                    System.out.printf("  %-64s %,12.2f %-8s %s %s%n", figure.what(), figure.value(), figure.unit(), figure.verdict(), figure.note());
                    figures.add(figure);
                }
                Results.write(machine, figures);
            }
        }
    }
}
