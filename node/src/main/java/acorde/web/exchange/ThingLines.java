package acorde.web.exchange;

import acorde.exchange.Thing;
import acorde.policy.Country;
import acorde.web.view.Flaw;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Persons and things as they are typed, one on each line: what it is, a colon, what it is called, its number and its country, with semicolons between.
 * What it is may be said in either language, with its accents or without.
 */
final class ThingLines {
    /** Characters of a line that are shown of one that cannot be read. */
    private static final int SHOWN = 80;

    private ThingLines() {}

    /** What lines come to. */
    sealed interface Read {
        record Good(List<Thing> things) implements Read {
            public Good {
                things = List.copyOf(things);
            }
        }

        /** @param line the first that cannot be read, or is one too many */
        record Bad(Flaw.Line line) implements Read {}
    }

    static Read read(String text) {
        var things = new ArrayList<Thing>();
        var number = 0;
        for (var line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty()) continue;
            var thing = thing(line);
            if (thing.isEmpty() || things.size() == Thing.MOST) return new Read.Bad(new Flaw.Line(number, shown(line)));
            things.add(thing.get());
        }
        return new Read.Good(things);
    }

    /** The line of the thing that was read as this one of them, from 0. */
    static Flaw.Line line(String text, int at) {
        var lines = text.lines().map(String::strip).toList();
        var index = IntStream.range(0, lines.size())
                .filter(number -> !lines.get(number).isEmpty())
                .skip(at)
                .findFirst()
                .orElseThrow();
        return new Flaw.Line(index + 1, shown(lines.get(index)));
    }

    private static String shown(String line) {
        var count = line.codePointCount(0, line.length());
        return count <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    private static Optional<Thing> thing(String line) {
        var colon = line.indexOf(':');
        var kind = colon < 0 ? Optional.<Thing.Kind>empty() : kind(line.substring(0, colon));
        var parts = line.substring(colon + 1).split(";", -1);
        if (kind.isEmpty() || parts.length > 3) return Optional.empty();
        var country = parts.length < 3 ? null : part(parts[2]);
        try {
            return Optional.of(new Thing(
                    kind.get(),
                    part(parts[0]),
                    parts.length < 2 ? null : part(parts[1]),
                    country == null ? null : new Country(country.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable String part(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static Optional<Thing.Kind> kind(String word) {
        for (var language : Language.values())
            for (var kind : Thing.Kind.values())
                if (plain(word(kind, Words.in(language))).equals(plain(word.strip()))) return Optional.of(kind);
        return Optional.empty();
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String word(Thing.Kind kind, Words words) {
        return words.say("exchange.object." + kind);
    }

    /** As they are read again. */
    static String write(List<Thing> things, Language language) {
        return things.stream()
                .map(thing -> word(thing.kind(), Words.in(language)) + ": "
                        + String.join(
                                "; ",
                                Objects.requireNonNullElse(thing.name(), ""),
                                Objects.requireNonNullElse(thing.number(), ""),
                                Objects.toString(thing.country(), "")))
                .map(line -> line.replaceAll("[; ]+$", ""))
                .collect(Collectors.joining("\n"));
    }
}
