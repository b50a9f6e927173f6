package acorde.offices;

import acorde.trustlog.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code offices.token}. */
final class TokenRows {
    private final JdbcClient jdbc;

    TokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A token as its use is decided: its hash, and whether its owner can act for its office on that day. */
    record Use(Token token, Hash secret, String ownerName, boolean ownerStands) {}

    Optional<Use> use(Token.Id id, LocalDate day) {
        return jdbc.sql("""
                        select t.*, p.name as person_name,
                            exists (select 1 from offices.account a where a.person = t.person and a.closed is null)
                            and exists (select 1 from offices.holding h where h.person = t.person and h.office = t.office
                                and h.from_day <= ? and (h.to_day is null or h.to_day > ?)) as stands
                        from offices.token t join offices.person p on p.id = t.person where t.id = ?""")
                .params(day, day, id.value())
                .query((row, number) -> new Use(
                        token(row, number),
                        Hash.of(row.getBytes("secret")),
                        row.getString("person_name"),
                        row.getBoolean("stands")))
                .optional();
    }

    /** Notes the day of use; once a day it is a write. */
    void used(Token.Id id, LocalDate day) {
        jdbc.sql("update offices.token set used = ? where id = ? and used is distinct from ?")
                .params(day, id.value(), day)
                .update();
    }

    void add(Token token, Hash secret) {
        jdbc.sql("insert into offices.token (id, person, office, opens, name, secret, made, expires)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        token.id().value(),
                        token.owner().value(),
                        token.office().value(),
                        token.opens().name(),
                        token.name(),
                        secret.bytes(),
                        Timestamp.from(token.made()),
                        Timestamp.from(token.expires()))
                .update();
    }

    void revoke(Token.Id id, Instant now) {
        jdbc.sql("update offices.token set revoked = ? where id = ? and revoked is null")
                .params(Timestamp.from(now), id.value())
                .update();
    }

    void revokeAll(Person.Id owner, Instant now) {
        jdbc.sql("update offices.token set revoked = ? where person = ? and revoked is null")
                .params(Timestamp.from(now), owner.value())
                .update();
    }

    List<Token> of(Person.Id owner) {
        return jdbc.sql("select * from offices.token where person = ? order by made desc, id limit 200")
                .param(owner.value())
                .query(TokenRows::token)
                .list();
    }

    /** Those that can still be used, of all people. */
    List<Token> live(Instant now) {
        return jdbc.sql("select * from offices.token where revoked is null and expires > ? order by expires, id")
                .param(Timestamp.from(now))
                .query(TokenRows::token)
                .list();
    }

    Optional<Token> find(Token.Id id) {
        return jdbc.sql("select * from offices.token where id = ?")
                .param(id.value())
                .query(TokenRows::token)
                .optional();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                new Token.Id(row.getString("id")),
                new Person.Id(row.getLong("person")),
                new OfficeCode(row.getString("office")),
                Token.Opens.valueOf(row.getString("opens")),
                row.getString("name"),
                row.getTimestamp("made").toInstant(),
                row.getTimestamp("expires").toInstant(),
                PeopleRows.instant(row, "revoked"),
                row.getObject("used", LocalDate.class));
    }
}
