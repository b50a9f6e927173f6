package acorde.publication;

import acorde.acts.ActId;
import acorde.compact.Initiative;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.Stood;
import acorde.monitoring.Agreed;
import acorde.monitoring.Facts;
import acorde.monitoring.Light.Colour;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An initiative that was announced or agreed, as everybody may know it.
 *
 * @param item where it stands
 * @param told its latest text
 * @param said the proposals on it that are told
 * @param progress what everybody may know of what became of it
 */
public record Promise(ItemKey key, Item item, PublishedText told, Talks said, Progress progress) { // text and words
    /**
     * What was reported, confirmed, disputed and assessed in public.
     *
     * @param facts who reports, confirms, disputes and assesses what
     * @param proofs what the report of a party shows that showed any last
     * @param figures of each party that gave any
     * @param agreed what its light is computed from; null if the parties did not agree to show reports, for of a part of them a light would lie
     */
    public record Progress(
            Facts facts,
            SortedMap<PartyCode, Proof> proofs,
            SortedMap<PartyCode, Given> figures,
            @Nullable Agreed agreed) {
        public static final Progress NONE = new Progress(Facts.NONE, new TreeMap<>(), new TreeMap<>(), null);

        public Progress {
            proofs = Collections.unmodifiableSortedMap(new TreeMap<>(proofs));
            figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        }

        /** The last figure of each party that gave one of a day that has come. */
        public List<LastFigure> last(LocalDate today) {
            return figures.entrySet().stream()
                    .flatMap(each -> each.getValue().last(each.getKey(), today).stream())
                    .toList();
        }
    }

    public Promise {
        Objects.requireNonNull(item.head(), "what is not in force and was never announced is no promise");
    }

    public Initiative text() {
        return told.text();
    }

    public String code() {
        return key.code();
    }

    private Item.Head head() {
        return Objects.requireNonNull(item.head());
    }

    /** The version shown, counted from 1. */
    public int number() {
        return head().number();
    }

    /** What names the version shown; empty if it tells what is withheld (CT-1). */
    public Optional<Hash> version() {
        return told.hashTells() ? Optional.empty() : Optional.of(head().version());
    }

    /** The act that carries it. */
    public @Nullable ActId act() {
        return head().act();
    }

    /** Announced and consented are different things (CO-2). */
    public Consent consent() {
        return Consent.of(item);
    }

    public enum Consent {
        ANNOUNCED,
        CONSENTED,
        CONTESTED;

        static Consent of(Item item) {
            if (item.standing() == Item.Standing.CONTESTED) return CONTESTED;
            return item.consented() ? CONSENTED : ANNOUNCED;
        }
    }

    public List<Talk> talks() {
        return said.told();
    }

    /** The shown proposals that wait. */
    public List<Talk> open() {
        return talks().stream()
                .filter(talk -> talk.stood().state() == Stood.State.OPEN)
                .toList();
    }

    HonestFigures.Counted counted(@Nullable Colour light) {
        return new HonestFigures.Counted(text(), told.measured(), item.consented(), !open().isEmpty(), light);
    }
}
