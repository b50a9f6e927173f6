package acorde.offices;

import acorde.trustlog.Hash;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code offices.browser}: the marks of browsers that somebody has signed in from. A mark opens nothing; it only keeps what strangers
 * fail at from counting against whoever has it.
 */
final class BrowserRows {
    /** Of one person; those not used for the longest time are forgotten first. */
    private static final int KEPT = 16;

    private static final int MARK_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random;

    BrowserRows(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** Whether somebody has signed in to this account from the browser with this mark. */
    boolean isKnown(@Nullable String mark, String account) {
        return mark != null
                && jdbc.sql("select exists (select 1 from offices.browser b join offices.account a using (person)"
                                + " where b.mark = ? and a.name = ?)")
                        .params(hash(mark).bytes(), account)
                        .query(Boolean.class)
                        .single();
    }

    /** Marks a browser somebody has signed in from just now, in the caller's transaction. */
    Secret mark(Person.Id person, @Nullable String before, LocalDate day) {
        if (before != null)
            jdbc.sql("delete from offices.browser where mark = ? and person = ?")
                    .params(hash(before).bytes(), person.value())
                    .update();
        var bytes = new byte[MARK_BYTES];
        random.nextBytes(bytes);
        var mark = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into offices.browser (mark, person, seen) values (?, ?, ?)")
                .params(hash(mark).bytes(), person.value(), day)
                .update();
        jdbc.sql(
                        "delete from offices.browser where person = ? and mark not in"
                                + " (select mark from offices.browser where person = ? order by seen desc, number desc limit ?)")
                .params(person.value(), person.value(), KEPT)
                .update();
        return new Secret(mark);
    }

    private static Hash hash(String mark) {
        return TokenText.sha256(mark);
    }
}
