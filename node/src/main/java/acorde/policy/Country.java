package acorde.policy;

import acorde.trust.PartyCode;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A country by its two letters (ISO 3166-1). */
public record Country(String code) implements Comparable<Country> {
    private static final Set<String> ALL = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);
    private static final Map<String, String> BY_THREE = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(two -> Locale.of("", two).getISO3Country(), two -> two));

    public Country {
        if (!ALL.contains(code)) throw new IllegalArgumentException("a country is two letters of ISO 3166-1");
    }

    /** The country that a party is; empty if its code is none of ISO 3166-1, so that nobody can say whose nationals are its own. */
    public static Optional<Country> of(PartyCode party) {
        var code = BY_THREE.getOrDefault(party.value(), party.value());
        return ALL.contains(code) ? Optional.of(new Country(code)) : Optional.empty();
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
