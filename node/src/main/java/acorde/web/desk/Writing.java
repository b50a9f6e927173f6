package acorde.web.desk;

import acorde.acts.NotKnown;
import acorde.acts.ReadingRoom;
import acorde.finding.Finding;
import acorde.finding.Unsigned;
import acorde.offices.Officer;
import acorde.offices.Turns;
import acorde.web.view.Left;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The forms of one kind in which something is written, reviewed and signed: where what was written is kept meanwhile, and what their buttons
 * do. Safe for any thread.
 */
public final class Writing {
    /** Asks for a new text beside those that were begun. */
    public static final String ANOTHER = "new";

    /** One signature of a person at a time, so that the second press of a button finds what came of the first. */
    private static final Turns TURNS = new Turns(64, 1, Duration.ofSeconds(20));

    private final Unsigned unsigned;
    private final String kind;

    /** @param kind of what is written, in the names under which it is kept */
    public Writing(Finding finding, String kind) {
        this.unsigned = finding.unsigned();
        this.kind = kind;
    }

    /**
     * One text of its writer.
     *
     * @param of the code of what it changes; empty for something new
     * @param draft which new one; empty for a change
     */
    public record Text(String of, String draft) {
        /** As a form names it. */
        public static Text of(String of, @Nullable String draft) {
            return new Text(of, of.isEmpty() && draft != null && draft.matches("[0-9a-f]{16}") ? draft : "");
        }

        /** In a form that is shown again after it was sent. */
        public Left left() {
            return new Left(draft, null, List.of());
        }
    }

    /** What its writer finds who opens a form. */
    public record Found(Text text, Optional<Unsigned.Form> kept, Left left) {}

    private String name(Text text) {
        return kind + "/" + (text.of().isEmpty() ? "/" + text.draft() : text.of());
    }

    /** @param draft of something new the one that is asked for; without it the one left last, else one that nobody has begun */
    public Found find(Officer officer, String of, String draft, Instant now) { // whose, and what
        var others = of.isEmpty() ? begun(officer, now) : List.<Left.Other>of();
        var asked = Text.of(of, draft);
        var text = !of.isEmpty() || !asked.draft().isEmpty()
                ? asked
                : others.isEmpty() || draft.equals(ANOTHER)
                        ? new Text("", fresh())
                        : new Text("", others.getFirst().draft());
        var kept = unsigned.of(officer.person(), name(text), now);
        var left = new Left(
                text.draft(),
                kept.map(Unsigned.Form::at).orElse(null),
                others.stream()
                        .filter(each -> !each.draft().equals(text.draft()))
                        .toList());
        return new Found(text, kept, left);
    }

    /** The new ones that somebody has begun, the one left last before the others. */
    public List<Left.Other> begun(Officer officer, Instant now) {
        return unsigned.left(officer.person(), name(new Text("", "")), now).stream()
                .map(each -> new Left.Other(draft(each), each.title(), Objects.toString(each.answers(), ""), each.at()))
                .toList();
    }

    private static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private String draft(Unsigned.Left left) {
        return left.form().substring(name(new Text("", "")).length());
    }

    /** Begins a new one with what is there already. */
    public Text begin(Officer officer, Map<String, List<String>> fields, Instant now) {
        var text = new Text("", fresh());
        unsigned.keep(officer.person(), name(text), new Unsigned.Form(fields, now), null);
        return text;
    }

    /** It was signed: nothing of it is kept, whatever page is still open. */
    public void over(Officer officer, Text text, Instant now) {
        unsigned.drop(officer.person(), name(text), now);
    }

    /**
     * A button that was pressed.
     *
     * @param step what it asks for; {@code keep} is what the page sends by itself
     * @param since when the page was drawn, in milliseconds
     */
    public record Pressed(String step, @Nullable String since, Instant now) {
        /** When the page was drawn that sends it by itself; null if its writer asks for it. */
        private @Nullable Instant drawn() {
            var sent = since;
            return !step.equals("keep") || sent == null || !sent.matches("[0-9]{1,15}")
                    ? null
                    : Instant.ofEpochMilli(Long.parseLong(sent));
        }
    }

    /** What a page is answered that sent a form by itself. */
    private static ResponseEntity<String> kept(Unsigned.Keeping kept) {
        return ResponseEntity.status(kept == Unsigned.Keeping.OVER ? HttpStatus.CONFLICT : HttpStatus.NO_CONTENT)
                .build();
    }

    /** What was written in a form, and the answers of its page. */
    public interface Sheet {
        Text text();

        /** All that is kept of it. */
        Map<String, List<String>> fields();

        /** Where it is written, or what was kept reviewed. */
        String address(boolean review);

        /** What is wrong with it; empty if it can be reviewed. */
        Optional<ResponseEntity<String>> flawed();

        /** The review in this very answer. */
        ResponseEntity<String> review();

        /** Looks again at what is kept: another press of the button may have signed it before this one had its turn. */
        ResponseEntity<String> sign();
    }

    /**
     * What was written is kept before anything else: it can be gone back to, and is there when the page is loaded again. A review has an
     * address, so that to go back to it sends nothing anew.
     */
    public ResponseEntity<String> go(Officer officer, Pressed pressed, Sheet sheet) {
        var text = sheet.text();
        if (pressed.step().equals("drop")) {
            over(officer, text, pressed.now());
            return ProposalPages.seeOther(sheet.address(false));
        }
        if (pressed.step().equals("sign")) return sign(officer, sheet);
        var kept = unsigned.keep(
                officer.person(), name(text), new Unsigned.Form(sheet.fields(), pressed.now()), pressed.drawn());
        if (pressed.step().equals("keep")) return kept(kept);
        var done = kept == Unsigned.Keeping.DONE;
        if (pressed.step().equals("save") && done) return ProposalPages.seeOther(sheet.address(false));
        return sheet.flawed().orElseGet(() -> done ? ProposalPages.seeOther(sheet.address(true)) : sheet.review());
    }

    private ResponseEntity<String> sign(Officer officer, Sheet sheet) {
        ReadingRoom.leave(); // who waits for their turn holds no place that whoever has it may wait for
        return TURNS.take(officer.person(), sheet::sign)
                .orElseThrow(() -> new NotKnown(new TimeoutException("an earlier signature is under way")));
    }
}
