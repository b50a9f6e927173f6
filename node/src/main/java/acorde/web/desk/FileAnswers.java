package acorde.web.desk;

import acorde.acts.ActId;
import acorde.acts.ActView;
import acorde.files.Files;
import acorde.files.Kept;
import acorde.files.Put;
import acorde.offices.JournalLine;
import acorde.offices.Officer;
import java.util.List;
import java.util.Optional;

/** What pages and programs do alike with a file. */
public final class FileAnswers {
    private static final int LONGEST_NUMBER = 15;

    private FileAnswers() {}

    /** What a refusal comes to over HTTP. */
    public static int status(Put.Why why) {
        return switch (why) {
            case NAME, CONTENT, EMPTY, BROKE_OFF, TOO_SLOW -> 422;
            case TYPE -> 415;
            case TOO_LARGE, NO_ROOM -> 413;
            case TOO_MANY_AT_ONCE -> 429;
            case OTHER_PLACE -> 409;
        };
    }

    /** The key of the sentence of a refusal. */
    public static String key(Put.Why why) {
        return "file.refused." + why.name();
    }

    /** Those of an act as somebody is shown it: what is kept from them names no files. */
    public static List<Kept> of(Files files, ActView view) {
        return view.act().isPresent() ? files.of(view.id()) : List.of();
    }

    /** The file of an act, by its number as a path has it. */
    public static Optional<Kept> find(Files files, ActId act, String number) {
        var wanted = number(number);
        return files.of(act).stream()
                .filter(kept -> wanted.isPresent() && kept.named().number() == wanted.get())
                .findFirst();
    }

    static Optional<Long> number(String text) {
        return !text.isEmpty()
                        && text.length() <= LONGEST_NUMBER
                        && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }

    /** Who took which file, for those who oversee it: one line a day, in however many stretches. */
    public static JournalLine taken(Officer officer, Kept kept) {
        return JournalLine.of("file-taken", officer)
                .with("act", kept.named().act())
                .with("file", kept.named().number());
    }

    /** Who sent which. */
    public static JournalLine sent(Officer officer, Put.Ready ready) {
        return JournalLine.of("file-sent", officer)
                .with("sha", ready.upload().file().sha256().hex());
    }
}
