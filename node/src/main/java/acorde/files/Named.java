package acorde.files;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.postgres.Keyed;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A file's place: which act names it, and as which of its files, from 0. The table {@link #FILES} is derived by every duty whose acts carry
 * files: it adds {@link #puts} to what follows from an act it accepts, and names the table among its own.
 */
public record Named(ActId act, int number) implements Comparable<Named> {
    /** The files that accepted acts name. */
    public static final Table<Named, Attachment> FILES = Table.<Named, Attachment>named("files.named")
            .key("party", Type.TEXT, named -> named.act().party().value())
            .key("idx", Type.BIGINT, named -> named.act().index())
            .key("number", Type.INT, Named::number)
            .column("name", Type.TEXT, Attachment::name)
            .column("type", Type.TEXT, file -> file.type().mediaType())
            .column("size", Type.BIGINT, Attachment::size)
            .column("sha256", Type.BYTES, file -> file.sha256().bytes())
            .column("chunks", Type.BYTES, file -> Hashes.join(file.chunks()))
            .reading(row -> new Keyed<>(
                    new Named(new ActId(new PartyCode(row.text("party")), row.bigint("idx")), row.integer("number")),
                    new Attachment(
                            row.text("name"),
                            Objects.requireNonNull(
                                    FileType.ofMediaType(row.text("type")).orElse(null)),
                            row.bigint("size"),
                            Hash.of(row.bytes("sha256")),
                            Hashes.split(row.bytes("chunks")))));

    @Override
    public int compareTo(Named other) {
        var order = act.compareTo(other.act);
        return order == 0 ? Integer.compare(number, other.number) : order;
    }

    /** The rows that follow from an act that names these files. */
    public static List<RowChange> puts(Act act, List<Attachment> attachments) {
        var puts = new ArrayList<RowChange>();
        for (var attachment : attachments)
            puts.add(new RowChange.Put<>(FILES, new Named(act.id(), puts.size()), attachment));
        return puts;
    }

    /**
     * An act names no files any more, because it was ordered given up. What no other act of its party names goes from the database in the same
     * transaction.
     *
     * @param files how many it named
     */
    public static List<RowChange> deletes(ActId act, int files) {
        return IntStream.range(0, files)
                .<RowChange>mapToObj(number -> new RowChange.Delete<>(FILES, new Named(act, number)))
                .toList();
    }
}
