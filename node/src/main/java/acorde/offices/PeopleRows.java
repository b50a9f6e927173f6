package acorde.offices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of people, offices, holdings and accounts. */
final class PeopleRows {
    private final JdbcClient jdbc;

    PeopleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What sign-in needs of an account. */
    record Login(
            Account account, String personName, @Nullable String password, int passwordVersion) {}

    Optional<Login> login(String name) {
        return jdbc.sql(LOGIN + " where a.name = ?")
                .param(name)
                .query(PeopleRows::login)
                .optional();
    }

    Optional<Login> login(Person.Id person) {
        return jdbc.sql(LOGIN + " where a.person = ?")
                .param(person.value())
                .query(PeopleRows::login)
                .optional();
    }

    private static final String LOGIN =
            "select a.*, p.name as person_name from offices.account a" + " join offices.person p on p.id = a.person";

    private static Login login(ResultSet row, int number) throws SQLException {
        return new Login(
                account(row, number),
                row.getString("person_name"),
                row.getString("password"),
                row.getInt("password_version"));
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new Person.Id(row.getLong("person")),
                row.getString("name"),
                row.getBoolean("password_due"),
                instant(row, "closed"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** Whether the person has an open account with this version of the password and holds the office on that day. */
    boolean stands(Session session, LocalDate day) {
        return jdbc.sql("""
                        select count(*) from offices.account a where a.person = ? and a.closed is null
                            and a.password_version = ? and exists (select 1 from offices.holding h where h.person = a.person
                                and h.office = ? and h.from_day <= ? and (h.to_day is null or h.to_day > ?))""")
                        .params(
                                session.officer().person().value(),
                                session.passwordVersion(),
                                session.officer().office().value(),
                                day,
                                day)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    List<Account> accounts() {
        return jdbc.sql("select * from offices.account order by name")
                .query(PeopleRows::account)
                .list();
    }

    void addAccount(Person.Id person, String name, @Nullable String password, boolean due) {
        jdbc.sql("insert into offices.account (person, name, password, password_due) values (?, ?, ?, ?)")
                .param(person.value())
                .param(name)
                .param(password)
                .param(due)
                .update();
    }

    void setPassword(Person.Id person, String password, boolean due) {
        jdbc.sql("update offices.account set password = ?, password_due = ?, password_version = password_version + 1"
                        + " where person = ?")
                .params(password, due, person.value())
                .update();
    }

    /** The same password, kept with today's settings. */
    void strengthenPassword(Person.Id person, String kept, String password) {
        jdbc.sql("update offices.account set password = ? where person = ? and password = ?")
                .params(password, person.value(), kept)
                .update();
    }

    void setClosed(Person.Id person, @Nullable Instant closed) {
        jdbc.sql("update offices.account set closed = ?, password_version = password_version + 1 where person = ?")
                .param(closed == null ? null : Timestamp.from(closed))
                .param(person.value())
                .update();
    }

    List<Office> offices() {
        return jdbc.sql("select * from offices.office order by code")
                .query(PeopleRows::office)
                .list();
    }

    Optional<Office> office(OfficeCode code) {
        return jdbc.sql("select * from offices.office where code = ?")
                .param(code.value())
                .query(PeopleRows::office)
                .optional();
    }

    private static Office office(ResultSet row, int number) throws SQLException {
        return new Office(
                new OfficeCode(row.getString("code")), row.getString("in_spanish"), row.getString("in_english"));
    }

    void addOffice(Office office) {
        jdbc.sql("insert into offices.office (code, in_spanish, in_english) values (?, ?, ?)")
                .params(office.code().value(), office.inSpanish(), office.inEnglish())
                .update();
    }

    /** Records are of one kind: nobody invented ever stands beside somebody real. */
    enum Kind {
        EMPTY,
        REAL,
        INVENTED
    }

    Kind kind() {
        return jdbc.sql("select invented from offices.person limit 1")
                .query(Boolean.class)
                .optional()
                .map(invented -> invented ? Kind.INVENTED : Kind.REAL)
                .orElse(Kind.EMPTY);
    }

    List<Person> people() {
        return jdbc.sql("select * from offices.person order by name, id")
                .query(PeopleRows::person)
                .list();
    }

    Optional<Person> person(Person.Id id) {
        return jdbc.sql("select * from offices.person where id = ?")
                .param(id.value())
                .query(PeopleRows::person)
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(new Person.Id(row.getLong("id")), row.getString("name"), row.getBoolean("invented"));
    }

    Person addPerson(String name, boolean invented) {
        return jdbc.sql("insert into offices.person (name, invented) values (?, ?) returning *")
                .params(name, invented)
                .query(PeopleRows::person)
                .single();
    }

    List<Holding> holdings() {
        return jdbc.sql("select * from offices.holding order by office, from_day, id")
                .query(PeopleRows::holding)
                .list();
    }

    List<Holding> holdings(Person.Id person) {
        return jdbc.sql("select * from offices.holding where person = ? order by office, from_day, id")
                .param(person.value())
                .query(PeopleRows::holding)
                .list();
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(
                row.getLong("id"),
                new Person.Id(row.getLong("person")),
                new OfficeCode(row.getString("office")),
                new Term(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)));
    }

    Holding addHolding(Person.Id person, OfficeCode office, Term term) {
        return jdbc.sql(
                        "insert into offices.holding (person, office, from_day, to_day) values (?, ?, ?, ?) returning *")
                .param(person.value())
                .param(office.value())
                .param(term.from())
                .param(term.to())
                .query(PeopleRows::holding)
                .single();
    }

    void endHolding(long id, LocalDate to) {
        jdbc.sql("update offices.holding set to_day = ? where id = ?")
                .params(to, id)
                .update();
    }
}
