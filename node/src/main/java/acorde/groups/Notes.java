package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.offices.OfficeCode;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * What this party notes for itself on a sitting. It stands in a table of its own and in no act, not even in one addressed to nobody: partners
 * would see that something was said, and when.
 */
public final class Notes {
    /** Characters of a note. */
    public static final int LIMIT = 20_000;

    private final Postgres postgres;
    private final Lease lease;

    /** @param lease the right to write for this party: once another process has it, nothing is written here */
    public Notes(Postgres postgres, Lease lease) {
        this.postgres = postgres;
        this.lease = lease;
    }

    public record Note(Instant written, OfficeCode office, String text) {}

    /** Why {@code text} cannot be a note; empty if it can. */
    public static Optional<Bilingual> fault(String text) {
        if (text.isEmpty()) return Optional.empty();
        if (text.length() > LIMIT)
            return Optional.of(
                    new Bilingual("La nota pasa de 20,000 caracteres.", "The note is longer than 20,000 characters."));
        return Optional.ofNullable(Bilingual.fault(text));
    }

    /** Puts a note in the place of the one there was; an empty one takes it away. @throws IllegalArgumentException if it cannot be kept */
    void write(ActId sitting, Note note) {
        fault(note.text()).ifPresent(why -> {
            throw new IllegalArgumentException(why.en());
        });
        var sql = note.text().isEmpty()
                ? "delete from groups.note where sitting = ?"
                : "insert into groups.note (sitting, written, office, note) values (?, ?, ?, ?) on conflict (sitting)"
                        + " do update set written = excluded.written, office = excluded.office, note = excluded.note";
        lease.writing(postgres, jdbc -> {
            var put = jdbc.sql(sql).param(sitting.toString());
            return note.text().isEmpty()
                    ? put.update()
                    : put.params(Timestamp.from(note.written()), note.office().value(), note.text())
                            .update();
        });
    }

    Optional<Note> read(ActId sitting) {
        try (Connection connection = postgres.open();
                var statement = connection.prepareStatement(
                        "select written, office, note from groups.note where sitting = ?")) {
            statement.setString(1, sitting.toString());
            try (var found = statement.executeQuery()) {
                if (!found.next()) return Optional.empty();
                return Optional.of(new Note(
                        found.getTimestamp(1).toInstant(), new OfficeCode(found.getString(2)), found.getString(3)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the note could not be read", e);
        }
    }
}
