package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.postgres.Keyed;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The copies of a report of this party's that were given and not ordered given up, in one row: what is decided of all of them, when one more may be
 * given meanwhile, reads it where it is said.
 */
record Holders(List<Item.Copy> copies) {
    static final Table<Ref, Holders> TABLE = Table.<Ref, Holders>named("exchange.holders")
            .key("ref", Type.TEXT, Ref::value)
            .column("copies", Type.TEXT, Holders::text)
            .reading(row -> new Keyed<>(new Ref(row.text("ref")), read(row.text("copies"))));

    private static final Holders NOBODY = new Holders(List.of());

    Holders {
        copies = copies.stream()
                .sorted(Comparator.comparing(Item.Copy::act))
                .distinct()
                .toList();
    }

    static Holders of(Past past, Ref ref) {
        return past.row(TABLE, ref).orElse(NOBODY);
    }

    static RowKey<Ref, Holders> key(Ref ref) {
        return new RowKey<>(TABLE, ref);
    }

    SortedSet<PartyCode> parties() {
        return copies.stream().map(Item.Copy::holder).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One more was given. */
    RowChange and(Ref ref, Item.Copy copy) {
        return new RowChange.Put<>(
                TABLE,
                ref,
                new Holders(Stream.concat(copies.stream(), Stream.of(copy)).toList()));
    }

    /** One was ordered given up. */
    RowChange without(Ref ref, ActId copy) {
        var left = new Holders(
                copies.stream().filter(one -> !one.act().equals(copy)).toList());
        return left.copies.isEmpty() ? new RowChange.Delete<>(TABLE, ref) : new RowChange.Put<>(TABLE, ref, left);
    }

    private String text() {
        return copies.stream().map(copy -> copy.holder() + " " + copy.act()).collect(Collectors.joining(","));
    }

    private static Holders read(String text) {
        return new Holders(Arrays.stream(text.split(","))
                .map(one -> one.split(" "))
                .map(parts -> new Item.Copy(new PartyCode(parts[0]), ActId.parse(parts[1])))
                .toList());
    }
}
