package acorde.offices;

import acorde.offices.Change.Nothing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The records an administrator keeps: offices, people, who holds what, accounts. Every change has its line in the journal. */
final class Roster {
    /** People, offices, holdings and accounts a node keeps, each; also what a list shows. */
    static final int MOST = 10_000;

    private final Books books;
    private final PeopleRows people;
    private final TokenRows tokens;
    private final Passwords passwords;

    Roster(Books books, Passwords passwords) {
        this.books = books;
        this.people = new PeopleRows(books.writing());
        this.tokens = new TokenRows(books.writing());
        this.passwords = passwords;
    }

    Change<Office> addOffice(Officer by, String code, String inSpanish, String inEnglish) {
        Office office;
        try {
            var read = new OfficeCode(code.strip());
            if (Role.of(read).isEmpty()) return Change.declined(Rule.OFFICE_CODE);
            office = new Office(read, inSpanish, inEnglish);
        } catch (IllegalArgumentException e) {
            return Change.declined(
                    code.strip().matches("[a-z][a-z0-9-]{0,62}") ? Rule.UNREADABLE_NAME : Rule.OFFICE_CODE);
        }
        return books.change(() -> {
            var known = people.offices();
            if (known.size() >= MOST) return Change.declined(Rule.TOO_MANY);
            if (known.stream().anyMatch(other -> other.code().equals(office.code())))
                return Change.declined(Rule.OFFICE_EXISTS);
            people.addOffice(office);
            note(JournalLine.of("office-added", by).with("added", office.code()));
            return new Change.Done<>(office);
        });
    }

    Change<Person> addPerson(Officer by, String name) {
        var readable = Names.tryOneLine(name, Person.NAME_LIMIT);
        if (readable.isEmpty()) return Change.declined(Rule.UNREADABLE_NAME);
        return books.change(() -> {
            if (people.people().size() >= MOST) return Change.declined(Rule.TOO_MANY);
            return new Change.Done<>(add(by, readable.get(), people.kind() == PeopleRows.Kind.INVENTED));
        });
    }

    private Person add(@Nullable Officer by, String name, boolean invented) {
        var person = people.addPerson(name, invented);
        note(JournalLine.of("person-added", by).with("person", person.id()));
        return person;
    }

    private Holding hold(@Nullable Officer by, Person.Id person, OfficeCode office, Term term) {
        var holding = people.addHolding(person, office, term);
        note(about("holding-begun", by, holding).with("from", term.from()));
        return holding;
    }

    private void open(@Nullable Officer by, Person.Id person, String name, @Nullable String kept) {
        people.addAccount(person, name, kept, kept != null);
        note(JournalLine.of("account-opened", by).with("person", person).with("name", name));
    }

    /** Somebody who can keep accounts, when nobody can: a person, the office, an account. */
    Change<Secret> firstAdministrator(String personName, String accountName) {
        var readable = Names.tryOneLine(personName, Person.NAME_LIMIT);
        if (readable.isEmpty()) return Change.declined(Rule.UNREADABLE_NAME);
        var account = Names.account(accountName);
        if (account.isEmpty()) return Change.declined(Rule.ACCOUNT_NAME);
        var password = passwords.random();
        var kept = passwords.encode(password);
        return books.change(() -> {
            if (people.kind() == PeopleRows.Kind.INVENTED) return Change.declined(Rule.INVENTED_RECORDS);
            if (isAdministered()) return Change.declined(Rule.ADMINISTERED_ALREADY);
            if (people.login(account.get()).isPresent()) return Change.declined(Rule.ACCOUNT_NAME_TAKEN);
            var person = add(null, readable.get(), false).id();
            hold(null, person, new OfficeCode(Role.ADMINISTRATOR.word()), Term.since(books.today()));
            open(null, person, account.get(), kept);
            return new Change.Done<>(new Secret(password));
        });
    }

    /** Somebody invented with the office they hold and an account that no password opens; nothing if they are there already. */
    Change<Nothing> addInvented(InventedPeople.Invented invented) {
        return books.change(() -> {
            if (people.kind() == PeopleRows.Kind.REAL) return Change.declined(Rule.INVENTED_RECORDS);
            if (people.login(invented.account()).isPresent()) return Change.done();
            var office = invented.office();
            if (people.office(office.code()).isEmpty()) people.addOffice(office);
            var person = add(null, invented.name(), true).id();
            hold(null, person, office.code(), Term.since(books.today()));
            open(null, person, invented.account(), null);
            return Change.done();
        });
    }

    Change<Holding> begin(Officer by, Person.Id person, OfficeCode office, Term term) {
        return books.change(() -> {
            if (people.person(person).isEmpty()) return Change.declined(Rule.UNKNOWN_PERSON);
            if (people.office(office).isEmpty()) return Change.declined(Rule.UNKNOWN_OFFICE);
            var rule = Tenure.mayBegin(people.holdings(person), office, term);
            if (rule.isPresent()) return Change.declined(rule.get());
            return new Change.Done<>(hold(by, person, office, term));
        });
    }

    Change<Nothing> end(Officer by, long id, LocalDate day) {
        return books.change(() -> {
            var all = people.holdings();
            var found = all.stream().filter(holding -> holding.id() == id).findFirst();
            if (found.isEmpty()) return Change.declined(Rule.UNKNOWN_HOLDING);
            var rule = mayEnd(all, found.get(), day);
            if (rule.isPresent()) return Change.declined(rule.get());
            people.endHolding(id, day);
            note(about("holding-ended", by, found.get()).with("to", day));
            return Change.done();
        });
    }

    private Optional<Rule> mayEnd(List<Holding> all, Holding holding, LocalDate day) {
        var rule = Tenure.mayEnd(holding, day);
        if (rule.isPresent() || !Tenure.administers(holding.office())) return rule;
        return Tenure.isAdministered(all, open(), day, holding.id())
                ? Optional.empty()
                : Optional.of(Rule.LAST_ADMINISTRATOR);
    }

    /** One holding ends on the day on which the successor's begins: both or neither. */
    Change<Holding> handOver(Officer by, long id, Person.Id successor, LocalDate day) {
        return books.change(() -> {
            var found = people.holdings().stream()
                    .filter(holding -> holding.id() == id)
                    .findFirst();
            if (found.isEmpty()) return Change.declined(Rule.UNKNOWN_HOLDING);
            if (people.person(successor).isEmpty()) return Change.declined(Rule.UNKNOWN_PERSON);
            var office = found.get().office();
            var rule = Tenure.mayEnd(found.get(), day)
                    .or(() -> Tenure.mayBegin(people.holdings(successor), office, Term.since(day)));
            if (rule.isPresent()) return Change.declined(rule.get());
            if (Tenure.administers(office) && !open().contains(successor))
                return Change.declined(Rule.LAST_ADMINISTRATOR);
            people.endHolding(id, day);
            var next = people.addHolding(successor, office, Term.since(day));
            note(about("handed-over", by, next)
                    .with("from", found.get().person())
                    .with("day", day));
            return new Change.Done<>(next);
        });
    }

    /** Opens an account with a password nobody chose, told once; it must be changed at the first sign-in. */
    Change<Secret> openAccount(Officer by, Person.Id person, String typedName) {
        var name = Names.account(typedName);
        if (name.isEmpty()) return Change.declined(Rule.ACCOUNT_NAME);
        var password = passwords.random();
        var kept = passwords.encode(password);
        return books.change(() -> {
            var rule = mayOpen(person, name.get());
            if (rule.isPresent()) return Change.declined(rule.get());
            open(by, person, name.get(), kept);
            return new Change.Done<>(new Secret(password));
        });
    }

    private Optional<Rule> mayOpen(Person.Id person, String name) {
        if (people.person(person).isEmpty()) return Optional.of(Rule.UNKNOWN_PERSON);
        if (people.login(person).isPresent()) return Optional.of(Rule.HAS_ACCOUNT);
        return people.login(name).isPresent() ? Optional.of(Rule.ACCOUNT_NAME_TAKEN) : Optional.empty();
    }

    /** Gives a new password: whoever came in with the old one is out, and so are the tokens made with it. */
    Change<Secret> resetPassword(Officer by, Person.Id person) {
        var password = passwords.random();
        var kept = passwords.encode(password);
        return books.change(() -> {
            if (people.login(person).isEmpty()) return Change.declined(Rule.UNKNOWN_PERSON);
            people.setPassword(person, kept, true);
            tokens.revokeAll(person, books.clock().instant());
            note(JournalLine.of("password-reset", by).with("person", person));
            return new Change.Done<>(new Secret(password));
        });
    }

    /** Closes an account: its sessions and tokens end with it, and stay so should it be opened again. */
    Change<Nothing> closeAccount(Officer by, Person.Id person) {
        return books.change(() -> {
            var login = people.login(person);
            if (login.isEmpty()) return Change.declined(Rule.UNKNOWN_PERSON);
            if (login.get().account().closed() != null) return Change.declined(Rule.ENDED_ALREADY);
            var others = open();
            others.remove(person);
            if (!Tenure.isAdministered(people.holdings(), others, books.today(), 0))
                return Change.declined(Rule.LAST_ADMINISTRATOR);
            people.setClosed(person, books.clock().instant());
            tokens.revokeAll(person, books.clock().instant());
            note(JournalLine.of("account-closed", by).with("person", person));
            return Change.done();
        });
    }

    Change<Nothing> reopenAccount(Officer by, Person.Id person) {
        return books.change(() -> {
            var login = people.login(person);
            if (login.isEmpty()) return Change.declined(Rule.UNKNOWN_PERSON);
            if (login.get().account().closed() == null) return Change.declined(Rule.ENDED_ALREADY);
            people.setClosed(person, null);
            note(JournalLine.of("account-reopened", by).with("person", person));
            return Change.done();
        });
    }

    /** Whether somebody can keep accounts today. */
    boolean isAdministered() {
        return Tenure.isAdministered(people.holdings(), open(), books.today(), 0);
    }

    private Set<Person.Id> open() {
        return people.accounts().stream()
                .filter(account -> account.closed() == null)
                .map(Account::person)
                .collect(Collectors.toSet());
    }

    private static JournalLine about(String what, @Nullable Officer by, Holding holding) {
        return JournalLine.of(what, by).with("person", holding.person()).with("held", holding.office());
    }

    private void note(JournalLine line) {
        books.journal().writeHere(line);
    }
}
