package acorde.web.words;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Dates, times and numbers as a reader of that language writes them, in the time of that party.
 *
 * @param party whose time it is; a party without an entry in the table reads UTC
 * @param now the time at which the page is drawn
 */
public record Formats(Words words, String party, Instant now) {
    private static final Map<String, ZoneId> ZONES = Map.of(
            "US", ZoneId.of("America/New_York"),
            "GT", ZoneId.of("America/Guatemala"),
            "HN", ZoneId.of("America/Tegucigalpa"),
            "SV", ZoneId.of("America/El_Salvador"));
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The same in another language. */
    public Formats in(Language language) {
        return new Formats(Words.in(language), party, now);
    }

    public ZoneId zone() {
        return zone(party);
    }

    /** By whose clock a party's pages show times. */
    public static ZoneId zone(String party) {
        return ZONES.getOrDefault(party, ZoneId.of("UTC"));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone());
    }

    /** "31 ene 2027". */
    public String day(LocalDate date) {
        return date.getDayOfMonth() + " " + month(date, "date.months") + " " + date.getYear();
    }

    /** "31 de enero de 2027", for authentic texts. */
    public String dayLong(LocalDate date) {
        return words.say(
                "date.long",
                String.valueOf(date.getDayOfMonth()),
                month(date, "date.months.long"),
                String.valueOf(date.getYear()));
    }

    /** A date that may lack its day or its month, as sources give it: "2020", "2020-01" or "2020-01-31". */
    public String partial(String date) {
        return switch (date.length()) {
            case 4 -> date;
            case 7 -> month(LocalDate.parse(date + "-01"), "date.months") + " " + date.substring(0, 4);
            default -> day(LocalDate.parse(date));
        };
    }

    /** "18 nov, 10:04", with the year when it is another year's. */
    public String moment(Instant instant) {
        ZonedDateTime time = instant.atZone(zone());
        LocalDate date = time.toLocalDate();
        String year = date.getYear() == today().getYear() ? "" : " " + date.getYear();
        return date.getDayOfMonth() + " " + month(date, "date.months") + year + ", " + CLOCK.format(time);
    }

    /** The day alone, "18 nov 2026". */
    public String date(Instant instant) {
        return day(instant.atZone(zone()).toLocalDate());
    }

    /** "hoy 08:51", "dom 19:05" within the last six days, else the date alone. */
    public String brief(Instant instant) {
        ZonedDateTime time = instant.atZone(zone());
        LocalDate date = time.toLocalDate();
        long daysAgo = ChronoUnit.DAYS.between(date, today());
        if (daysAgo == 0) return words.say("date.today", CLOCK.format(time));
        if (daysAgo > 0 && daysAgo < 7) return weekday(date, "date.weekdays") + " " + CLOCK.format(time);
        boolean sameYear = date.getYear() == today().getYear();
        return sameYear ? date.getDayOfMonth() + " " + month(date, "date.months") : day(date);
    }

    /** Since when something is so: "Desde hoy, 08:51.", "Desde el dom, 19:05.", "Desde el 16 nov." */
    public String since(Instant instant) {
        ZonedDateTime time = instant.atZone(zone());
        long daysAgo = ChronoUnit.DAYS.between(time.toLocalDate(), today());
        if (daysAgo == 0) return words.say("date.since.today", CLOCK.format(time));
        if (daysAgo > 0 && daysAgo < 7)
            return words.say("date.since.weekday", weekday(time.toLocalDate(), "date.weekdays"), CLOCK.format(time));
        return words.say("date.since.day", brief(instant));
    }

    /** "lunes 23 de noviembre de 2026, 09:12". */
    public String full(Instant instant) {
        ZonedDateTime time = instant.atZone(zone());
        LocalDate date = time.toLocalDate();
        return weekday(date, "date.weekdays.long") + " " + dayLong(date) + ", " + CLOCK.format(time);
    }

    /** "09:12". */
    public String clock(Instant instant) {
        return CLOCK.format(instant.atZone(zone()));
    }

    /** "hora de Honduras (UTC−6)": stands wherever a time matters across parties. */
    public String zoneName() {
        String offset = offset(zone());
        if (!ZONES.containsKey(party)) return offset;
        String place =
                party.equals("US") ? words.say("date.zone.washington") : words.say("date.zone", words.party(party));
        return place + " (" + offset + ")";
    }

    /** "Honduras (UTC−6)", to be chosen from; a zone that is no party's stays as it is. */
    public String zoneChoice(ZoneId zone) {
        String clock = offset(zone);
        return ZONES.entrySet().stream()
                .filter(one -> one.getValue().equals(zone))
                .map(one -> words.say(
                        one.getKey().equals("US") ? "date.zone.choice.washington" : "date.zone.choice",
                        words.party(one.getKey()),
                        clock))
                .findFirst()
                .orElse(zone.getId() + " (" + clock + ")");
    }

    private String offset(ZoneId zone) {
        int seconds = zone.getRules().getOffset(now).getTotalSeconds();
        String sign = seconds < 0 ? "−" : "+";
        int minutes = Math.abs(seconds) / 60;
        return "UTC" + (seconds == 0 ? "" : sign + minutes / 60 + (minutes % 60 == 0 ? "" : ":" + minutes % 60));
    }

    /** "hace 4 s", "hace 12 min", "hace 3 h", "hace 2 días". */
    public String ago(Instant instant) {
        Duration passed = Duration.between(instant, now);
        if (passed.isNegative()) return words.say("date.ago.seconds", 0);
        if (passed.toSeconds() < 90) return words.say("date.ago.seconds", passed.toSeconds());
        if (passed.toMinutes() < 90) return words.say("date.ago.minutes", passed.toMinutes());
        if (passed.toHours() < 36) return words.say("date.ago.hours", passed.toHours());
        return words.say("date.ago.days", passed.toDays());
    }

    /** The value of a {@code datetime} attribute. */
    public String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public String number(long value) {
        return words.number(value);
    }

    /** A measured value: thousands parted by commas, decimals by a point, as all four parties write them. */
    public String number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }

    /** "38 %" in Spanish, "38%" in English, "12 solicitudes" otherwise. */
    public String measured(BigDecimal value, String unit) {
        String space = words.language() == Language.EN && unit.equals("%") ? "" : "\u00a0";
        return number(value) + (unit.isBlank() ? "" : space + unit);
    }

    /** A time taken, in seconds with one decimal: "2.9". */
    public String seconds(long millis) {
        return String.format(Locale.ENGLISH, "%,.1f", millis / 1000.0);
    }

    /** "512 B", "0.4 MB". */
    public String size(long bytes) {
        if (bytes < 1000) return bytes + " B";
        if (bytes < 100_000) return number(BigDecimal.valueOf(Math.round(bytes / 100.0), 1)) + " kB";
        return number(BigDecimal.valueOf(Math.round(bytes / 100_000.0), 1)) + " MB";
    }

    private String month(LocalDate date, String key) {
        return words.say(key).split(" ")[date.getMonthValue() - 1];
    }

    private String weekday(LocalDate date, String key) {
        return Objects.requireNonNull(
                words.say(key).split(" ")[date.getDayOfWeek().getValue() - 1]);
    }
}
