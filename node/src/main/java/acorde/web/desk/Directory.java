package acorde.web.desk;

import acorde.compact.CharterText;
import acorde.compact.Founding;
import acorde.trust.PartyCode;
import acorde.web.words.Bilingual;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The parties as pages name them, in the order of their places. */
public final class Directory {
    private final Founding founding;
    private final Supplier<Founding> called;

    public Directory(Founding founding) {
        this(founding, () -> founding);
    }

    /** @param called how the compact and the bodies of its parties are called now */
    Directory(Founding founding, Supplier<Founding> called) {
        this.founding = founding;
        this.called = called;
    }

    String compact() {
        return founding.compact();
    }

    Bilingual title() {
        return words(called.get().title());
    }

    List<PartyCode> parties() {
        return founding.parties().stream().map(CharterText.Party::code).toList();
    }

    /** The codes of all parties. */
    public List<String> codes() {
        return founding.parties().stream().map(party -> party.code().value()).toList();
    }

    /** Parties as every page lists them: those of the directory in its order, then states without a node. */
    public List<String> inOrder(Collection<PartyCode> parties) {
        return Stream.concat(
                        parties().stream().filter(parties::contains),
                        parties.stream().filter(party -> !parties().contains(party)))
                .map(PartyCode::value)
                .toList();
    }

    /** The party of that code; empty if there is none. */
    Optional<PartyCode> code(String text) {
        return founding.parties().stream()
                .map(CharterText.Party::code)
                .filter(code -> code.value().equals(text))
                .findFirst();
    }

    /** The ministry or department through which a party acts. */
    Bilingual body(PartyCode code) {
        return called.get().parties().stream()
                .filter(party -> party.code().equals(code))
                .findFirst()
                .map(party -> words(party.body()))
                .orElseThrow();
    }

    /** The words of the compact as words of a page. */
    public static Bilingual words(acorde.compact.Bilingual text) {
        return new Bilingual(text.es(), text.en());
    }
}
