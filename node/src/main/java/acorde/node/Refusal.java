package acorde.node;

import acorde.postgres.DatabaseUnavailable;
import acorde.trust.Refused;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.util.Arrays;
import java.util.Locale;

/** Something the person at the command line can mend; one sentence that says how. Its message is the English one. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /**
     * @param key of the sentence, as the words files have it
     * @param arguments what it names; what has a language of its own as {@link Within}
     */
    Refusal(String key, Object... arguments) {
        super(say(Words.in(Language.EN), key, arguments));
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** What is said within a sentence, in its language. */
    interface Within {
        String in(Words words);
    }

    /** @param key of what is said within a sentence */
    static Within within(String key, Object... arguments) {
        return words -> words.say(key, arguments);
    }

    private static String say(Words words, String key, Object... arguments) {
        return words.say(
                key,
                Arrays.stream(arguments)
                        .map(one -> one instanceof Within part ? part.in(words) : one)
                        .toArray());
    }

    String in(Words words) {
        return say(words, key, arguments);
    }

    /** Whether a fault is a sentence for whoever is at the command line. */
    static boolean isSentence(Throwable fault) {
        return switch (fault) {
            case Refusal _, Refused _, DatabaseUnavailable _ -> true;
            default -> false;
        };
    }

    /** What is said of a fault that is a sentence. */
    static String sentence(Throwable fault, Words words) {
        var locale = Locale.of(words.language().code());
        return switch (fault) {
            case Refusal refusal -> refusal.in(words);
            case Refused refused -> refused.sentence(locale);
            case DatabaseUnavailable database -> database.sentence(locale);
            default -> String.valueOf(fault.getMessage());
        };
    }
}
