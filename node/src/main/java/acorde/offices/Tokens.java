package acorde.offices;

import acorde.offices.Change.Nothing;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys for programs: made, used, revoked. */
final class Tokens {
    /** Days a token lives at the longest. */
    static final int LONGEST_DAYS = 365;

    /** Live tokens of one person. */
    static final int OF_ONE_PERSON = 20;

    /** How long a reading is used again though nothing was changed here: somebody may change the database by hand. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 1_024;

    private final Map<Token.Id, Read> read = new ConcurrentHashMap<>();
    private final Books books;
    private final TokenRows rows;
    private final SecureRandom random;

    Tokens(Books books, SecureRandom random) {
        this.books = books;
        this.rows = new TokenRows(books.writing());
        this.random = random;
    }

    Change<Secret> make(Officer owner, String name, int days) {
        return make(owner, Token.Opens.INTERFACE, name, days);
    }

    /** A person has one address of a calendar for an office: a new one ends the one before. */
    Change<Secret> makeCalendarAddress(Officer owner) {
        return make(owner, Token.Opens.CALENDAR, "calendar.ics", LONGEST_DAYS);
    }

    Optional<Token> calendarAddress(Officer owner) {
        var now = books.clock().instant();
        return rows.of(owner.person()).stream()
                .filter(token -> isCalendarOf(owner, token) && token.isLive(now))
                .findFirst();
    }

    private static boolean isCalendarOf(Officer owner, Token token) {
        return token.opens() == Token.Opens.CALENDAR && token.office().equals(owner.office());
    }

    private Change<Secret> make(Officer owner, Token.Opens opens, String name, int days) {
        if (days < 1 || days > LONGEST_DAYS) return Change.declined(Rule.TOKEN_DAYS);
        var readable = Names.tryOneLine(name, Token.NAME_LIMIT);
        if (readable.isEmpty()) return Change.declined(Rule.UNREADABLE_NAME);
        var secret = TokenText.make(random);
        var text = TokenText.read(secret.reveal()).orElseThrow();
        var now = books.clock().instant();
        var expires = now.plus(Duration.ofDays(days));
        var token =
                new Token(text.id(), owner.person(), owner.office(), opens, readable.get(), now, expires, null, null);
        return books.change(() -> {
            if (opens == Token.Opens.CALENDAR) calendarAddress(owner).ifPresent(before -> end(owner, before.id(), now));
            var live = rows.of(owner.person()).stream()
                    .filter(other -> other.isLive(now))
                    .count();
            if (live >= OF_ONE_PERSON) return Change.declined(Rule.TOO_MANY_TOKENS);
            rows.add(token, text.secret());
            books.journal()
                    .writeHere(JournalLine.of("token-made", owner)
                            .with("token", token.id())
                            .with("opens", opens)
                            .with("expires", expires));
            return new Change.Done<>(secret);
        });
    }

    /** Who opens that with this token now; empty if nobody can. */
    Optional<Officer> holder(String text, Token.Opens opens) {
        var today = books.today();
        return TokenText.read(text)
                .flatMap(given -> use(given.id(), today)
                        .filter(use -> given.is(use.secret()))
                        .filter(use -> use.ownerStands()
                                && use.token().opens() == opens
                                && use.token().isLive(books.clock().instant()))
                        .map(use -> {
                            if (!today.equals(use.token().used())) books.within(() -> rows.used(given.id(), today));
                            return new Officer(
                                    use.token().owner(),
                                    use.ownerName(),
                                    use.token().office());
                        }));
    }

    /** As the records have it: as read since they last changed, at most {@link #REMEMBERED} ago. */
    private Optional<TokenRows.Use> use(Token.Id id, LocalDate today) {
        var changes =
                books.changes(); // before the records are read, so that a change meanwhile makes the reading useless
        var now = System.nanoTime();
        var known = read.get(id);
        if (known != null
                && known.changes == changes
                && known.day.equals(today)
                && now - known.nanos < REMEMBERED.toNanos()) return Optional.of(known.use);
        var found = rows.use(id, today);
        // One whose day of use has yet to be written is read again, so that it is written once.
        found.filter(use -> today.equals(use.token().used())).ifPresent(use -> {
            if (read.size() >= MOST_REMEMBERED) read.clear();
            read.put(id, new Read(use, changes, today, now));
        });
        return found;
    }

    private record Read(TokenRows.Use use, long changes, LocalDate day, long nanos) {}

    Change<Nothing> revoke(Officer by, Token.Id id) {
        return books.change(() -> {
            var token =
                    rows.find(id).filter(found -> found.owner().equals(by.person()) || by.role() == Role.ADMINISTRATOR);
            if (token.isEmpty()) return Change.declined(Rule.UNKNOWN_TOKEN);
            if (token.get().revoked() != null) return Change.declined(Rule.ENDED_ALREADY);
            end(by, id, books.clock().instant());
            return Change.done();
        });
    }

    private void end(Officer by, Token.Id id, Instant now) {
        rows.revoke(id, now);
        books.journal().writeHere(JournalLine.of("token-revoked", by).with("token", id));
    }

    List<Token> of(Person.Id owner) {
        return rows.of(owner);
    }

    List<Token> live() {
        return rows.live(books.clock().instant());
    }
}
