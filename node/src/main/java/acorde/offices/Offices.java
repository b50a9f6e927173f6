package acorde.offices;

import acorde.offices.Change.Nothing;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offices of this party, who holds them, and who acts for them now: the door of the package. Safe for any thread. */
public final class Offices implements AutoCloseable {
    /** How long somebody waits for the turn of their password. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Books books;
    private final Entry entry;
    private final Roster roster;
    private final Tokens tokens;
    private final PeopleRows people;
    private final AlertSwitch alertSwitch;

    /**
     * @param postgres where the schema {@code offices} is, up to date
     * @param lease the right to write; whoever has lost it writes nothing here
     * @param clock its zone decides when a day begins
     */
    public Offices(Postgres postgres, Lease lease, Clock clock, SecureRandom random) {
        this(postgres, lease, clock, random, new Passwords(atOnce(), PATIENCE, random));
    }

    /** With passwords kept otherwise. */
    Offices(Postgres postgres, Lease lease, Clock clock, SecureRandom random, Passwords passwords) { // what it joins
        this.books = new Books(postgres, lease, clock);
        this.entry = new Entry(books, passwords, random);
        this.roster = new Roster(books, passwords);
        this.tokens = new Tokens(books, random);
        this.people = new PeopleRows(books.reading());
        this.alertSwitch = new AlertSwitch(books);
    }

    private static int atOnce() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /** What only this party may read. */
    public Journal journal() {
        return books.journal();
    }

    /** Whether alerts of this node are real. */
    public AlertSwitch alertSwitch() {
        return alertSwitch;
    }

    /** The day it is here. */
    public LocalDate today() {
        return books.today();
    }

    // Signing in

    /**
     * Somebody tries to sign in.
     *
     * @param address where the attempt comes from, as the server saw it
     * @param mark what its browser was given when somebody last signed in from it; null if it has none
     */
    public SignInOutcome signIn(String accountName, String password, String address, @Nullable String mark) {
        return entry.signIn(accountName, password, address, mark);
    }

    /** Notes that an officer has signed out. */
    public void signOut(Session session) {
        journal().write(JournalLine.of("signed-out", session.officer()));
    }

    /** Whether a session still stands: its account is open, its password the same, its office still held. Asked on every request. */
    public boolean stands(Session session) {
        return entry.stands(session);
    }

    /** The offices a person can act for today, in the order of their codes. */
    public List<OfficeCode> heldToday(Person.Id person) {
        return Tenure.heldOn(people.holdings(person), books.today());
    }

    /** Takes up another office the officer holds; empty if they do not. */
    public Optional<Session> actFor(Session session, OfficeCode office) {
        return entry.actFor(session, office);
    }

    /** Changes the officer's own password; all their other sessions end. */
    public Change<Session> changePassword(Session session, String present, String chosen) {
        return entry.changePassword(session, present, chosen);
    }

    // Records, kept by an administrator. Each change is a line of the journal.

    public List<Office> offices() {
        return people.offices();
    }

    /** One office; empty if there is none of that code. */
    public Optional<Office> office(OfficeCode code) {
        return people.office(code);
    }

    public List<Person> people() {
        return people.people();
    }

    /** All holdings there ever were. */
    public List<Holding> holdings() {
        return people.holdings();
    }

    public List<Account> accounts() {
        return people.accounts();
    }

    /** Adds an office; the first word of its code is its role's. */
    public Change<Office> addOffice(Officer by, String code, String inSpanish, String inEnglish) {
        return roster.addOffice(by, code, inSpanish, inEnglish);
    }

    public Change<Person> addPerson(Officer by, String name) {
        return roster.addPerson(by, name);
    }

    public Change<Holding> beginHolding(Officer by, Person.Id person, OfficeCode office, Term term) {
        return roster.begin(by, person, office, term);
    }

    /**
     * Ends a holding.
     *
     * @param day the first day on which it is no longer held
     */
    public Change<Nothing> endHolding(Officer by, long holding, LocalDate day) {
        return roster.end(by, holding, day);
    }

    /** Ends a holding and begins the successor's on the same day. */
    public Change<Holding> handOver(Officer by, long holding, Person.Id successor, LocalDate day) {
        return roster.handOver(by, holding, successor, day);
    }

    /** Opens an account with a first password, which is told once and must be changed. */
    public Change<Secret> openAccount(Officer by, Person.Id person, String accountName) {
        return roster.openAccount(by, person, accountName);
    }

    /** Gives an account a new password, which is told once and must be changed. */
    public Change<Secret> resetPassword(Officer by, Person.Id person) {
        return roster.resetPassword(by, person);
    }

    /** Closes an account; its sessions and tokens end at once. */
    public Change<Nothing> closeAccount(Officer by, Person.Id person) {
        return roster.closeAccount(by, person);
    }

    public Change<Nothing> reopenAccount(Officer by, Person.Id person) {
        return roster.reopenAccount(by, person);
    }

    // Tokens

    /**
     * Makes a token for the office the owner acts for.
     *
     * @param days how long it lives, 1 to 365
     * @return the token, told once
     */
    public Change<Secret> makeToken(Officer owner, String name, int days) {
        return tokens.make(owner, name, days);
    }

    /** Who acts with a token now; empty if it is none, has ended, or its owner no longer holds its office. */
    public Optional<Officer> tokenHolder(String token) {
        return tokens.holder(token, Token.Opens.INTERFACE);
    }

    /**
     * Makes a secret under which a calendar program reads the owner's meetings, for a year; the one before ends.
     *
     * @return the secret, told once
     */
    public Change<Secret> makeCalendarAddress(Officer owner) {
        return tokens.makeCalendarAddress(owner);
    }

    /** The one in force for a person and office. */
    public Optional<Token> calendarAddress(Officer owner) {
        return tokens.calendarAddress(owner);
    }

    /** Whose meetings a secret opens now; empty as for {@link #tokenHolder}. It opens nothing else. */
    public Optional<Officer> calendarReader(String secret) {
        return tokens.holder(secret, Token.Opens.CALENDAR);
    }

    /** One's own; an administrator revokes anybody's. */
    public Change<Nothing> revokeToken(Officer by, Token.Id token) {
        return tokens.revoke(by, token);
    }

    /** All tokens a person ever made, newest first; at most 200. */
    public List<Token> tokens(Person.Id owner) {
        return tokens.of(owner);
    }

    /** Everybody's tokens that can be used. */
    public List<Token> liveTokens() {
        return tokens.live();
    }

    // Where no officer is signed in yet

    /** Whether somebody can keep accounts today; if not, {@link #firstAdministrator} makes somebody who can. */
    public boolean isAdministered() {
        return roster.isAdministered();
    }

    /**
     * Opens the first account, if nobody can keep accounts.
     *
     * @param personName who it is, such as {@code "Elmer Pineda Cálix"}
     * @param accountName what they sign in with
     * @return the password, which is never to be had again
     */
    public Change<Secret> firstAdministrator(String personName, String accountName) {
        return roster.firstAdministrator(personName, accountName);
    }

    /** The invented people of the demonstration, if everybody in these records is invented; they sign in without a password. */
    public Optional<InventedPeople> invented() {
        return people.kind() == PeopleRows.Kind.REAL
                ? Optional.empty()
                : Optional.of(new InventedPeople(entry, roster));
    }

    /** Closes the connections that write; the database stays open. */
    @Override
    public void close() {
        books.close();
    }
}
