package acorde.offices;

import acorde.offices.PeopleRows.Login;
import acorde.offices.SignInOutcome.Reason;
import acorde.offices.SignInOutcome.Refused;
import acorde.offices.SignInOutcome.SignedIn;
import acorde.offices.Throttle.Count;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How people come in with a password, change it, and take up another office they hold. */
final class Entry {
    /** When to come again if there was no room to look at a password. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Books books;
    private final Passwords passwords;
    private final PeopleRows people;
    private final PeopleRows readers;
    private final AttemptRows attempts;
    private final BrowserRows browsers;

    Entry(Books books, Passwords passwords, SecureRandom random) {
        this.books = books;
        this.passwords = passwords;
        this.people = new PeopleRows(books.writing());
        this.readers = new PeopleRows(books.reading());
        this.attempts = new AttemptRows(books.writing());
        this.browsers = new BrowserRows(books.writing(), random);
    }

    /** The same steps are taken whether there is such an account or not, so that neither answer nor time tells. */
    SignInOutcome signIn(String typedName, String password, String address, @Nullable String mark) {
        var now = books.clock().instant();
        var account = Names.account(typedName).orElse("");
        var attempting = browsers.isKnown(mark, account)
                ? Count.ofItself("browser " + mark)
                : Count.ofStranger(typedName, address);
        if (books.together(() -> attempts.begin(attempting, now)) instanceof Throttle.Verdict.Wait(var until))
            return new Refused(new Reason.Throttled(until));
        var login = people.login(account);
        var outcome =
                switch (passwords.matches(password, login.map(Login::password).orElse(null))) {
                    case BUSY -> {
                        books.within(() -> attempts.takeBack(attempting));
                        yield new Refused(new Reason.Throttled(now.plus(BUSY)));
                    }
                    case WRONG -> new Refused(new Reason.Wrong());
                    case RIGHT -> {
                        books.within(() -> attempts.forgive(attempting));
                        yield admit(login.orElseThrow(), password, mark);
                    }
                };
        journal(outcome, login.orElse(null), address);
        return outcome;
    }

    private SignInOutcome admit(Login login, String password, @Nullable String mark) {
        strengthen(login, password);
        var account = login.account();
        if (account.closed() != null) return new Refused(new Reason.Closed());
        return Tenure.heldOn(people.holdings(account.person()), books.today()).stream()
                .findFirst()
                .<SignInOutcome>map(office -> new SignedIn(
                        session(login, office),
                        books.together(() -> browsers.mark(account.person(), mark, books.today()))))
                .orElseGet(() -> new Refused(new Reason.NotHoldingAnyOffice()));
    }

    private void strengthen(Login login, String password) {
        var kept = login.password();
        if (kept == null || !passwords.isWeak(kept)) return;
        var stronger = passwords.encode(password);
        books.within(() -> people.strengthenPassword(login.account().person(), kept, stronger));
    }

    private Session session(Login login, OfficeCode office) {
        var account = login.account();
        var officer = new Officer(account.person(), login.personName(), office);
        return new Session(officer, books.clock().instant(), account.passwordDue(), login.passwordVersion());
    }

    private void journal(SignInOutcome outcome, @Nullable Login login, String address) {
        var line = switch (outcome) {
            case SignedIn(var session, var _) -> JournalLine.of("signed-in", session.officer());
            case Refused(var reason) -> {
                var refused = JournalLine.of("sign-in-refused", null)
                        .with("reason", reason.getClass().getSimpleName());
                // What was typed is left out: people type their password there.
                yield login == null
                        ? refused
                        : refused.with("person", login.account().person());
            }
        };
        books.journal().write(line.with("address", address));
    }

    /** For the demonstration: signs somebody invented in, without a password. */
    Optional<Session> signInInvented(String account, OfficeCode office) {
        var session = invented(account, office);
        session.ifPresent(it -> books.journal().write(JournalLine.of("signed-in-invented", it.officer())));
        return session;
    }

    /** With what somebody invented would be signed in now. */
    Optional<Session> invented(String account, OfficeCode office) {
        if (people.kind() != PeopleRows.Kind.INVENTED) return Optional.empty();
        return people.login(account)
                .filter(login -> login.account().closed() == null)
                .map(login -> session(login, office))
                .filter(this::stands);
    }

    /** Takes up another office that the officer holds. */
    Optional<Session> actFor(Session session, OfficeCode office) {
        if (Role.of(office).isEmpty()) return Optional.empty();
        var before = session.officer();
        var other = new Session(
                new Officer(before.person(), before.name(), office),
                session.since(),
                session.passwordDue(),
                session.passwordVersion());
        if (!stands(other)) return Optional.empty();
        books.journal().write(JournalLine.of("took-up-office", other.officer()).with("before", before.office()));
        return Optional.of(other);
    }

    boolean stands(Session session) {
        return readers.stands(session, books.today());
    }

    /** Changes the officer's own password. All other sessions of the officer end. */
    Change<Session> changePassword(Session session, String present, String chosen) {
        var now = books.clock().instant();
        var login = people.login(session.officer().person()).orElseThrow();
        var weakness = Passwords.weakness(chosen, login.account().name());
        if (weakness.isPresent()) return Change.declined(weakness.get());
        var attempting =
                Count.ofItself("own password of person " + login.account().person());
        if (books.together(() -> attempts.begin(attempting, now)) instanceof Throttle.Verdict.Wait)
            return Change.declined(Rule.TRY_LATER);
        switch (passwords.matches(present, login.password())) {
            case BUSY -> {
                books.within(() -> attempts.takeBack(attempting));
                return Change.declined(Rule.TRY_LATER);
            }
            case WRONG -> {
                books.journal().write(JournalLine.of("password-change-refused", session.officer()));
                return Change.declined(Rule.PASSWORD_WRONG);
            }
            case RIGHT -> books.within(() -> attempts.forgive(attempting));
        }
        if (present.equals(chosen)) return Change.declined(Rule.PASSWORD_THE_SAME);
        var kept = passwords.encode(chosen);
        return books.change(() -> {
            people.setPassword(session.officer().person(), kept, false);
            books.journal().writeHere(JournalLine.of("password-changed", session.officer()));
            return new Change.Done<>(
                    new Session(session.officer(), session.since(), false, session.passwordVersion() + 1));
        });
    }
}
