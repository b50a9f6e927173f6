package acorde.web;

import acorde.web.view.Figures;
import acorde.web.words.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The public history of the compact of 2019, as the gallery shows it. */
final class Moc2019 {
    record Area(String code, Bilingual name) {}

    record Initiative(
            String code,
            String area,
            Bilingual title,
            Bilingual deliverable,
            List<String> parties,
            @Nullable LocalDate due,
            String status,
            String asOf,
            String evidence,
            boolean unverified,
            boolean numbered,
            List<String> sources) {}

    static final List<String> PARTIES = List.of("US", "GT", "HN", "SV");
    private static final List<String> NUMBERED = List.of("A4-02", "A4-07");
    static final List<Area> AREAS;
    static final List<Initiative> INITIATIVES;
    private static final Map<String, String> SOURCES;

    static {
        Map<String, Object> all = read();
        AREAS = maps(all.get("areas")).stream()
                .map(area -> new Area(text(area, "id"), both(area)))
                .toList();
        INITIATIVES =
                maps(all.get("initiatives")).stream().map(Moc2019::initiative).toList();
        SOURCES = cast(all.get("sources"));
    }

    private Moc2019() {}

    static Initiative initiative(String code) {
        return INITIATIVES.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The address of a source. */
    static String source(String code) {
        return Objects.requireNonNull(SOURCES.get(code), code);
    }

    static List<Initiative> of(String area) {
        return INITIATIVES.stream().filter(each -> each.area().equals(area)).toList();
    }

    static Figures figures(List<Initiative> some) {
        LocalDate today = LocalDate.parse("2026-11-23");
        return new Figures(
                some.size(),
                count(some, each -> each.due() != null),
                count(some, Initiative::numbered),
                0,
                count(some, each -> List.of("AG-01", "AG-03").contains(each.code())),
                count(some, each -> List.of("A1-05", "A3-01", "AG-02").contains(each.code())),
                count(some, each -> each.due() != null && each.due().isBefore(today)),
                new Figures.Kept(2, 1, 0, 1, 7, 60));
    }

    private static int count(List<Initiative> some, java.util.function.Predicate<Initiative> condition) {
        return (int) some.stream().filter(condition).count();
    }

    private static Initiative initiative(Map<String, Object> map) {
        Map<String, Object> status = cast(map.get("status"));
        Object due = map.get("due");
        return new Initiative(
                text(map, "id"),
                text(map, "area"),
                both(cast(map.get("title"))),
                both(cast(map.get("deliverable"))),
                cast(map.get("parties")),
                due == null ? null : LocalDate.parse(due.toString()),
                text(status, "value"),
                text(status, "as_of"),
                text(map, "evidence"),
                Boolean.TRUE.equals(map.get("verify")),
                NUMBERED.contains(text(map, "id")),
                cast(map.get("sources")));
    }

    private static Bilingual both(Map<String, Object> map) {
        return new Bilingual(text(map, "es"), text(map, "en"));
    }

    private static String text(Map<String, Object> map, String key) {
        return Objects.requireNonNull(map.get(key), key).toString();
    }

    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return cast(list);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(@Nullable Object value) {
        return (T) Objects.requireNonNull(value);
    }

    private static Map<String, Object> read() {
        try (InputStream in = Objects.requireNonNull(Moc2019.class.getResourceAsStream("/acorde/web/moc-2019.yaml"))) {
            return cast(new Yaml().load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
