package acorde.offices;

import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Records of offices on a real database, with an administrator and a clock moved by hand. */
public final class TestOffices implements AutoCloseable {
    public static final String ADMINISTRATOR = "elmer.pineda";

    private final SecureRandom random = new SecureRandom();
    public final Postgres postgres;
    public final Lease lease;
    public final HandClock clock = new HandClock("2026-11-02T12:00:00Z");
    public final Offices offices;
    public final Officer administrator;
    public final String administratorPassword;

    /** @param schemas those of the database */
    public TestOffices(String... schemas) {
        postgres = TestPostgres.fresh(schemas);
        lease = postgres.lease("offices");
        offices = new Offices(postgres, lease, clock, random, passwords());
        administratorPassword = done(offices.firstAdministrator("Elmer Pineda Cálix", ADMINISTRATOR))
                .reveal();
        administrator =
                new Officer(offices.people().getFirst().id(), "Elmer Pineda Cálix", new OfficeCode("administration"));
    }

    /** Kept so that they cost next to nothing: {@link PasswordsTest} has what they cost in use. */
    private Passwords passwords() {
        return new Passwords(8, Duration.ofSeconds(30), random, new Argon2PasswordEncoder(16, 32, 1, 64, 1));
    }

    /** What a change told, which must have been done. */
    public static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T>(var told) -> told;
            case Change.Declined<T>(var why) -> Assertions.fail("declined: " + why);
        };
    }

    /** Why a change was declined, which it must have been. */
    public static Rule declined(Change<?> change) {
        return change instanceof Change.Declined<?>(var why) ? why : Assertions.fail("done, not declined");
    }

    public Person person(String name) {
        return done(offices.addPerson(administrator, name));
    }

    /** Somebody who holds an office since the first of the month, with an account whose password they chose. */
    public Person.Id officer(String account, String office, String password) {
        var code = new OfficeCode(office);
        if (offices.office(code).isEmpty()) done(offices.addOffice(administrator, office, office, office));
        var person = person(account).id();
        done(offices.beginHolding(administrator, person, code, Term.since(LocalDate.parse("2026-11-01"))));
        var first = done(offices.openAccount(administrator, person, account)).reveal();
        var session = signIn(account, first);
        done(offices.changePassword(session, first, password));
        return person;
    }

    public Session signIn(String account, String password) {
        return switch (offices.signIn(account, password, "192.0.2.1", null)) {
            case SignInOutcome.SignedIn(var session, var _) -> session;
            case SignInOutcome.Refused(var reason) -> Assertions.fail("refused: " + reason);
        };
    }

    public List<String> journal() {
        return offices.journal().lines(0, 100_000);
    }

    /** Everything the schema holds, as text. */
    public String dump() {
        var dump = new StringBuilder();
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            for (var table : List.of(
                    "person",
                    "office",
                    "holding",
                    "account",
                    "token",
                    "attempts",
                    "browser",
                    "journal_line",
                    "journal_next")) {
                try (var rows = statement.executeQuery("select r::text from offices." + table + " r")) {
                    while (rows.next())
                        dump.append(table).append(rows.getString(1)).append('\n');
                }
            }
            try (var rows = statement.executeQuery("select convert_from(line, 'UTF8') from offices.journal_line")) {
                while (rows.next()) dump.append(rows.getString(1)).append('\n');
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return dump.toString();
    }

    public void execute(String sql) {
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        offices.close();
        lease.close();
        postgres.close();
    }
}
