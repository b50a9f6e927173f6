package acorde.compact;

import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one word of a text is read, and what to tell a person who wrote something else.
 *
 * @param parse throws IllegalArgumentException or DateTimeParseException for any other word
 * @param standIn what reading goes on with after a complaint
 * @param expected what belongs there, to follow "here belongs"
 */
public record Form<T>(Function<String, T> parse, T standIn, Bilingual expected) {
    public static final Form<PartyCode> PARTY =
            of(PartyCode::new, new PartyCode("XX"), "un código de parte como HN", "a party code such as HN");
    public static final Form<String> CODE =
            of(Form::code, "X", "un código como A1-05 o S-DHS0328", "a code such as A1-05 or S-DHS0328");
    public static final Form<LocalDate> DAY =
            of(Form::day, LocalDate.EPOCH, "una fecha como 2019-03-28", "a date such as 2019-03-28");
    static final Form<PartialDate> DATE = of(
            PartialDate::parse,
            new PartialDate(1970, 0, 0),
            "una fecha como 2019, 2019-03 o 2019-03-28",
            "a date such as 2019, 2019-03 or 2019-03-28");
    public static final Form<Hash> VERSION = of(
            Saying::parseHash,
            Hash.of(new byte[Hash.SIZE]),
            "una versión: sha256: y 64 cifras",
            "a version: sha256: and 64 digits");
    public static final Form<String> LINE = of(Form::line, "?", "una sola línea de texto", "a single line of text");

    public static <T> Form<T> of(Function<String, T> parse, T standIn, String es, String en) {
        return new Form<>(parse, standIn, new Bilingual(es, en));
    }

    /** One of the constants of an enumeration, as {@link #word} writes them. */
    public static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
        var constants = type.getEnumConstants();
        var words = Arrays.stream(constants).collect(Collectors.toMap(Form::word, Function.identity()));
        var list = Stream.of(constants).map(Form::word).collect(Collectors.joining(", "));
        return of(
                text -> {
                    var constant = words.get(text);
                    if (constant == null) throw new IllegalArgumentException("not one of " + list);
                    return constant;
                },
                constants[0],
                "una de estas palabras: " + list,
                "one of these words: " + list);
    }

    /** The word of a constant in texts and acts: {@code IN_FORCE} is {@code in-force}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Four digits for the year, and nothing before them: ISO 8601 would let longer years and years before Christ in. */
    private static LocalDate day(String text) {
        if (text.length() != "2019-03-28".length()) throw new IllegalArgumentException("not a day");
        return LocalDate.parse(text);
    }

    private static String code(String text) {
        return new ItemKey(ItemKey.Kind.SOURCE, text).code();
    }

    private static String line(String text) {
        if (text.length() > TextReader.LINE || text.indexOf('\n') >= 0 || Bilingual.fault(text) != null)
            throw new IllegalArgumentException("not a line");
        return text;
    }
}
