package acorde.web.words;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The sentences of one language, read once from {@code messages_<language>.properties}.
 *
 * <p>A sentence may name its arguments: {@code {0}} puts the argument in; {@code {0?one act|# acts}} chooses by number,
 * where {@code #} is the number itself; {@code {0?no act|one act|# acts}} also has a form for none. A form may hold
 * further arguments. Spanish and English need no more than one and many.
 */
public final class Words {
    private static final Set<String> WITH_ARTICLE =
            Set.of("AE", "BS", "CF", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SC", "US");
    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Z]{2}");
    private static final Map<Language, Words> ALL = load();

    private final Language language;
    private final Map<String, List<Part>> sentences;
    private final Map<String, String> parties = new ConcurrentHashMap<>();

    private Words(Language language, Map<String, List<Part>> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    /**
     * The sentence of that key with its arguments put in: whole numbers as the language writes them, the rest by {@code
     * toString}.
     */
    public String say(String key, Object... arguments) {
        StringBuilder text = new StringBuilder();
        for (Part part : sentence(key)) part.write(this, arguments, piece -> text.append(plain(piece)));
        return text.toString();
    }

    /**
     * The same for a page, where an argument may be a piece of markup (a link, a chord). Text is escaped, markup is
     * not.
     */
    public Content mix(String key, Object... arguments) {
        List<Part> parts = sentence(key);
        return output -> {
            for (Part part : parts) part.write(this, arguments, piece -> put(output, piece));
        };
    }

    /** The word for a constant: {@code standing.OPEN} for {@code Standing.OPEN}. */
    public String of(Enum<?> constant, Object... arguments) {
        return say(keyOf(constant), arguments);
    }

    /** The key under which a constant's word stands. */
    public static String keyOf(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "." + constant.name();
    }

    public boolean knows(String key) {
        return sentences.containsKey(key);
    }

    /** A state's name in this language, from its two-letter code; a code of no state stays as it is. */
    public String party(String code) {
        // A look-up costs tens of microseconds and a page names parties a hundred times; there are 676 codes at most.
        return TWO_LETTERS.matcher(code).matches() ? parties.computeIfAbsent(code, this::lookedUp) : code;
    }

    private String lookedUp(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.of(language.code()));
    }

    /** The same within a sentence, where English gives some states their article. */
    public String partyWithin(String code) {
        return language == Language.EN && WITH_ARTICLE.contains(code) ? "the " + party(code) : party(code);
    }

    public List<String> parties(Collection<String> codes) {
        return codes.stream().map(this::party).toList();
    }

    /** "Guatemala, Honduras y El Salvador". */
    public String list(Collection<String> names) {
        List<String> all = List.copyOf(names);
        if (all.size() < 2) return String.join("", all);
        String last = all.getLast();
        return String.join(", ", all.subList(0, all.size() - 1)) + " " + and(last) + " " + last;
    }

    /** A small number as a word ("two"), a larger one in figures. */
    public String count(int number) {
        String[] words = say("count.words").split(" ");
        return number >= 0 && number < words.length ? words[number] : number(number);
    }

    String number(long value) {
        return Math.abs(value) < 1000 ? Long.toString(value) : String.format(Locale.ENGLISH, "%,d", value);
    }

    private String and(String next) {
        if (language == Language.EN) return "and";
        String start = next.toLowerCase(Locale.ROOT);
        boolean soundsI =
                start.startsWith("i") || start.startsWith("í") || (start.startsWith("hi") && !start.startsWith("hie"));
        return soundsI ? "e" : "y";
    }

    private String plain(Object piece) {
        if (piece instanceof Content) throw new IllegalArgumentException("markup in a plain sentence; use mix");
        return piece.toString();
    }

    private static void put(TemplateOutput output, Object piece) {
        if (piece instanceof Content content) {
            content.writeTo(output);
        } else {
            // A piece of markup before this one may have left the escaping set for an attribute.
            if (output instanceof HtmlTemplateOutput html) html.setContext("span", null);
            output.writeUserContent(piece.toString());
        }
    }

    private List<Part> sentence(String key) {
        List<Part> parts = sentences.get(key);
        if (parts == null) throw new IllegalArgumentException("no sentence '" + key + "' in " + language.code());
        return parts;
    }

    private static Map<Language, Words> load() {
        Map<Language, Words> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, List<Part>> sentences = new HashMap<>();
            read(language).forEach((key, text) -> sentences.put((String) key, parse((String) text)));
            all.put(language, new Words(language, Map.copyOf(sentences)));
        }
        return Map.copyOf(all);
    }

    static Properties read(Language language) {
        String file = "/acorde/web/messages_" + language.code() + ".properties";
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence taken apart: literal text, arguments and choices by number. */
    static List<Part> parse(String text) {
        Reader reader = new Reader(text);
        List<Part> parts = reader.until("");
        if (!reader.done()) throw new IllegalArgumentException("unbalanced braces in: " + text);
        return parts;
    }

    interface Sink {
        void put(Object piece);
    }

    sealed interface Part {
        void write(Words words, Object[] arguments, Sink sink);
    }

    private record Literal(String text) implements Part {
        @Override
        public void write(Words words, Object[] arguments, Sink sink) {
            sink.put(text);
        }
    }

    private record Argument(int index) implements Part {
        @Override
        public void write(Words words, Object[] arguments, Sink sink) {
            Object value = arguments[index];
            sink.put(
                    value instanceof Integer || value instanceof Long
                            ? words.number(((Number) value).longValue())
                            : value);
        }
    }

    private record Choice(int index, List<List<Part>> forms) implements Part {
        @Override
        public void write(Words words, Object[] arguments, Sink sink) {
            Object value = arguments[index];
            long number = value instanceof Collection<?> many ? many.size() : ((Number) value).longValue();
            boolean hasNone = forms.size() == 3;
            int form = hasNone && number == 0 ? 0 : (hasNone ? 1 : 0) + (number == 1 ? 0 : 1);
            for (Part part : forms.get(form)) {
                if (part instanceof Literal(String text)) sink.put(text.replace("#", words.number(number)));
                else part.write(words, arguments, sink);
            }
        }
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean done() {
            return at == text.length();
        }

        List<Part> until(String ends) {
            List<Part> parts = new ArrayList<>();
            StringBuilder literal = new StringBuilder();
            while (!done() && ends.indexOf(text.charAt(at)) < 0) {
                char c = text.charAt(at++);
                if (c == '{') {
                    if (!literal.isEmpty()) parts.add(new Literal(literal.toString()));
                    literal.setLength(0);
                    parts.add(braced());
                } else if (c == '}') {
                    throw new IllegalArgumentException("unbalanced braces in: " + text);
                } else {
                    literal.append(c);
                }
            }
            if (!literal.isEmpty()) parts.add(new Literal(literal.toString()));
            return List.copyOf(parts);
        }

        private Part braced() {
            int start = at;
            while (!done() && Character.isDigit(text.charAt(at))) at++;
            if (at == start || done()) throw new IllegalArgumentException("no argument number in: " + text);
            int index = Integer.parseInt(text.substring(start, at));
            if (text.charAt(at++) == '}') return new Argument(index);
            List<List<Part>> forms = new ArrayList<>();
            char end;
            do {
                forms.add(until("|}"));
                end = done() ? ' ' : text.charAt(at++);
            } while (end == '|');
            if (end != '}' || forms.size() < 2 || forms.size() > 3) {
                throw new IllegalArgumentException("two or three forms: " + text);
            }
            return new Choice(index, List.copyOf(forms));
        }
    }
}
