package acorde.compact;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/**
 * A YAML file as a tree, with the line of everything in it.
 *
 * <p>Built from the parser's events and not by its object constructor, so that a file can name no type and run nothing. Only what a person
 * writes by hand is read: maps, lists, text, numbers, true, false, null. Tags, anchors and aliases are refused, for a few lines of aliases
 * unfold to gigabytes; and only the words {@code true} and {@code false} are truth, so that the code of Norway stays a code.
 */
final class YamlTree {
    private static final int DEPTH = 20;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,15})?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode root;

    /** The file is not such a tree; it is read no further than here. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final Bilingual reason;

        Unreadable(int line, String es, String en) {
            super(en);
            this.line = line;
            this.reason = new Bilingual(es, en);
        }

        int line() {
            return line;
        }

        Bilingual reason() {
            return reason;
        }
    }

    private YamlTree(Events events) {
        events.take(Event.ID.StreamStart);
        if (events.is(Event.ID.StreamEnd)) throw new Unreadable(1, "El archivo está vacío.", "The file is empty.");
        events.take(Event.ID.DocumentStart);
        root = node(events, "", 0);
        events.take(Event.ID.DocumentEnd);
        if (!events.is(Event.ID.StreamEnd))
            throw new Unreadable(
                    events.line(), "Un archivo contiene un solo documento.", "A file holds one document only.");
    }

    /** @throws Unreadable if the bytes are not UTF-8, not YAML, or use what is refused */
    static YamlTree read(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new YamlTree(new Events(text.toString()));
        } catch (CharacterCodingException e) {
            throw new Unreadable(
                    1,
                    "El archivo no está en UTF-8: guárdelo con esa codificación.",
                    "The file is not UTF-8: save it with that encoding.");
        } catch (MarkedYAMLException e) {
            throw notYaml(e.getProblemMark());
        } catch (YAMLException e) {
            throw notYaml(null);
        }
    }

    private static Unreadable notYaml(@org.jspecify.annotations.Nullable Mark mark) {
        return new Unreadable(
                line(mark),
                "Esto no es YAML: revise sangría, comillas y dos puntos aquí o en la línea anterior.",
                "This is not YAML: look at indentation, quotes and colons here or on the line before.");
    }

    JsonNode root() {
        return root;
    }

    /** The line, from 1, of what stands at {@code path}; of what holds it, if it is not there. */
    int line(String path) {
        for (var place = path; ; place = parent(place)) {
            var line = lines.get(place);
            if (line != null) return line;
            if (place.isEmpty()) return 1;
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    private JsonNode node(Events events, String path, int depth) {
        var line = events.line();
        lines.putIfAbsent(path, line);
        if (depth > DEPTH)
            throw new Unreadable(line, "Demasiados niveles de sangría.", "Too many levels of indentation.");
        return switch (events.next()) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent _ -> sequence(events, path, depth);
            case MappingStartEvent _ -> mapping(events, path, depth);
            default -> throw new Unreadable(line, "Aquí falta un valor.", "A value is missing here.");
        };
    }

    private JsonNode sequence(Events events, String path, int depth) {
        var array = JSON.arrayNode();
        while (!events.is(Event.ID.SequenceEnd)) array.add(node(events, path + "[" + array.size() + "]", depth + 1));
        events.take(Event.ID.SequenceEnd);
        return array;
    }

    private JsonNode mapping(Events events, String path, int depth) {
        var object = JSON.objectNode();
        while (!events.is(Event.ID.MappingEnd)) {
            var line = events.line();
            if (!(events.next() instanceof ScalarEvent key))
                throw new Unreadable(line, "El nombre de un campo es una palabra.", "The name of a field is a word.");
            var name = key.getValue();
            if (object.has(name))
                throw new Unreadable(
                        line, "El campo «" + name + "» está repetido.", "The field “" + name + "” stands here twice.");
            var place = path.isEmpty() ? name : path + "." + name;
            lines.put(place, line);
            object.set(name, node(events, place, depth + 1));
        }
        events.take(Event.ID.MappingEnd);
        return object;
    }

    private static JsonNode scalar(ScalarEvent scalar) {
        var text = scalar.getValue();
        if (!scalar.isPlain()) return JSON.stringNode(text);
        return switch (text) {
            case "", "null", "~" -> NullNode.instance;
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> NUMBER.matcher(text).matches() ? number(text) : JSON.stringNode(text);
        };
    }

    private static JsonNode number(String text) {
        var number = new java.math.BigDecimal(text);
        return number.scale() == 0 && number.precision() <= 9
                ? JSON.numberNode(number.intValueExact())
                : JSON.numberNode(number);
    }

    private static int line(@org.jspecify.annotations.Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    /** The parser's events one by one, without those that are refused. */
    private static final class Events {
        private final java.util.Iterator<Event> events;
        private Event next;

        Events(String text) {
            events = new Yaml(new LoaderOptions())
                    .parse(new java.io.StringReader(text))
                    .iterator();
            next = events.next();
        }

        boolean is(Event.ID id) {
            return next.is(id);
        }

        int line() {
            return YamlTree.line(next.getStartMark());
        }

        Event next() {
            var event = next;
            if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor() != null)
                    || tagged(event))
                throw new Unreadable(
                        line(),
                        "No se admiten las marcas de YAML &, * ni !: escriba el texto entero.",
                        "The YAML marks &, * and ! are not read: write the text out.");
            if (events.hasNext()) next = events.next();
            return event;
        }

        private static boolean tagged(Event event) {
            return switch (event) {
                case ScalarEvent scalar -> scalar.getTag() != null;
                case MappingStartEvent mapping -> mapping.getTag() != null;
                case SequenceStartEvent sequence -> sequence.getTag() != null;
                default -> false;
            };
        }

        void take(Event.ID id) {
            if (!is(id)) throw new Unreadable(line(), "Aquí sobra algo.", "There is something too much here.");
            next();
        }
    }
}
