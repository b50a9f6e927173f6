package acorde.web.press;

import acorde.publication.Edition;
import acorde.publication.EditionChange;
import acorde.web.view.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What editions say otherwise, in a reader's words. */
final class ChangeLines {
    /** What a field is called, by how its name begins; the first that fits. */
    private static final Map<String, String> NAMES = names();

    private static final String PROMISE = "initiatives/";
    private static final Pattern PROPOSAL = Pattern.compile("proposals\\[([^\\]]+)\\].*");
    private static final Pattern VALUE = Pattern.compile("values\\[([A-Z]+)\\]\\.(value|atLeast|at|withheld)");
    private static final Pattern VALUE_ASIDE = Pattern.compile("values\\[[A-Z]+\\]\\.(party|act|unit|first)(\\..*)?");
    private static final Pattern PROGRESS = Pattern.compile("(reported|assessed)\\[([A-Z]+)\\].*");

    private final Frame frame;

    ChangeLines(Frame frame) {
        this.frame = frame;
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("consent", "press.field.consent");
        names.put("number", "press.field.number");
        names.put("text.title", "press.field.title");
        names.put("text.due", "press.field.due");
        names.put("text.deliverable", "press.field.deliverable");
        names.put("text.parties", "press.field.parties");
        names.put("text.promised", "press.field.promised");
        names.put("text.indicator", "press.field.indicator");
        names.put("text.status", "press.field.status");
        names.put("light", "press.field.light");
        names.put("withheld.indicator", "press.field.least");
        names.put("withheld.suggestion", "press.field.least.suggested");
        names.put("withheld.baseline", "press.field.least");
        names.put("text.name", "press.field.name");
        return names;
    }

    /** Of one edition; a proposal with all that was said to it is one line, and so is all that a party reports. */
    List<ChangeLine> of(Edition edition) {
        var lines = new LinkedHashMap<String, ChangeLine>();
        for (var change : edition.changes()) {
            if (isNameOnly(change)) continue;
            var line = line(edition, change);
            lines.putIfAbsent(line.of() + "\n" + line.field() + "\n" + (line.tells() ? change.field() : ""), line);
        }
        return List.copyOf(lines.values());
    }

    /** The hash and the act of a text change whenever its number does, and so do those of a value. */
    private static boolean isNameOnly(EditionChange change) {
        return change.field().equals("version")
                || change.field().equals("act")
                || VALUE_ASIDE.matcher(change.field()).matches()
                || change.field()
                        .startsWith("withheld["); // as editions told it before they told how much it is at least
    }

    private ChangeLine line(Edition edition, EditionChange change) {
        var whole = whole(change.field());
        var isPromise = change.of().startsWith(PROMISE);
        return new ChangeLine(
                edition.number(),
                edition.date(),
                isPromise ? change.of().substring(PROMISE.length()) : of(change.of()),
                isPromise,
                whole.orElseGet(() -> field(change)),
                whole.isPresent() ? "" : value(change, change.before()),
                whole.isPresent() ? "" : value(change, change.after()));
    }

    /** What a field is part of that is told as one thing. */
    private Optional<String> whole(String field) {
        var proposal = PROPOSAL.matcher(field);
        if (proposal.matches()) return Optional.of(frame.say("press.field.proposal", proposal.group(1)));
        var progress = PROGRESS.matcher(field);
        if (!progress.matches()) return Optional.empty();
        var key = progress.group(1).equals("reported") ? "press.field.reported" : "press.field.assessed";
        return Optional.of(frame.say(key, frame.within(progress.group(2))));
    }

    private String of(String of) {
        var parts = of.split("/", 2);
        return frame.say("press.of." + parts[0], parts.length == 2 ? parts[1] : "");
    }

    private String field(EditionChange change) {
        if (change.field().isEmpty())
            return frame.say(change.before().isEmpty() ? "press.field.new" : "press.field.gone");
        if (change.of().equals("figures")) return frame.say("press.figure." + change.field());
        var value = VALUE.matcher(change.field());
        if (value.matches()) return frame.say("press.value." + value.group(2), frame.within(value.group(1)));
        for (var name : NAMES.entrySet())
            if (change.field().startsWith(name.getKey())) return frame.say(name.getValue()) + language(change.field());
        return change.field();
    }

    private static String language(String field) {
        return field.endsWith(".es") ? " (es)" : field.endsWith(".en") ? " (en)" : "";
    }

    private String value(EditionChange change, String value) {
        if (value.isEmpty()) return value;
        return switch (change.field()) {
            case "consent" -> frame.say("press.consent." + value);
            case "light" -> frame.say("colour." + value.toUpperCase(Locale.ROOT).replace('-', '_'));
            default -> value;
        };
    }
}
