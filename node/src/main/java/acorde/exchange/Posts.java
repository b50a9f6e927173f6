package acorde.exchange;

import acorde.offices.OfficeCode;
import acorde.policy.Purpose;
import acorde.policy.Reader.Post;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** As what an office reads. */
final class Posts {
    private Posts() {}

    /**
     * The office is there for the areas its code names ({@code analysis-a2}); for all of them only if its code is the word of its role and
     * no more. One that names something else, such as a post, is there for none. The directory has no organisations yet, so it stands by
     * itself.
     *
     * @param areas of the compact
     */
    static Post of(OfficeCode office, Set<Purpose> areas) {
        var words = List.of(office.value().toUpperCase(Locale.ROOT).split("-"));
        var named = areas.stream()
                .filter(area -> words.stream().skip(1).anyMatch(area.code()::equals))
                .collect(Collectors.toSet());
        return new Post(office, null, words.size() == 1 ? areas : named);
    }
}
