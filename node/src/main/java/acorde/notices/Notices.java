package acorde.notices;

import acorde.acts.Routine;
import acorde.exchange.Tidings;
import acorde.finding.Finding;
import acorde.groups.Groups;
import acorde.monitoring.Monitoring;
import acorde.offices.Account;
import acorde.offices.JournalLine;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Person;
import acorde.onward.Onward;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.requests.Requests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notices by mail: the door of the package. Safe for any thread.
 *
 * <p>A letter is written into the queue in one transaction with the record of what it tells, and taken out once the server has it: a node
 * that is killed in between sends it again, under the same Message-ID. What the server does not take is tried eight times in two days.
 */
public final class Notices implements AutoCloseable {
    /** Between two letters to somebody who wants to be told at once. */
    static final Duration BETWEEN = Duration.ofMinutes(15);

    /** The hour of a daily letter. */
    static final int MORNING = 7;

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final Duration WHOLE_LETTER = Duration.ofSeconds(60);
    private static final Duration CODE_LIVES = Duration.ofHours(1);
    private static final int CODES_A_DAY = 5;
    private static final int CODE_TRIES = 5;
    private static final int CODE_DIGITS = 8;
    private static final int OFF_BYTES = 16;

    /** Letters of one round: a server that takes a minute for each holds up nothing but the next round. */
    private static final int AT_A_TIME = 50;

    private final Present present;
    private final Offices offices;
    private final NoticesRows rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final @Nullable MailServer server;
    private final @Nullable Postman postman;
    private final BiFunction<Letter, MailServer, Written> words;
    private @Nullable Routine routine;

    /**
     * @param server null on a node that sends no mail
     * @param words puts a letter into its reader's words
     */
    public Notices( // what it stands on
            Present present,
            Offices offices,
            Postgres postgres,
            Lease lease,
            Clock clock,
            @Nullable MailServer server,
            BiFunction<Letter, MailServer, Written> words) {
        this.present = present;
        this.offices = offices;
        this.rows = new NoticesRows(postgres, lease, postgres.readers());
        this.clock = clock;
        this.server = server;
        this.postman = server == null ? null : new Postman(server, WHOLE_LETTER);
        this.words = words;
    }

    /** What is told of. */
    public record Sources(
            Finding finding,
            Groups groups,
            Monitoring monitoring,
            Tidings tidings,
            Requests requests,
            Onward onward) {} // a door of each duty

    /** Writes and sends every minute, on a thread of its own, until closed. */
    public Notices running() {
        if (server != null) routine = Routine.start("notices", () -> Thread.sleep(ROUND), this::round);
        return this;
    }

    /** Whether this node sends mail at all. */
    public boolean sends() {
        return server != null;
    }

    // What somebody chooses

    public Optional<Subscription> of(Officer officer) {
        return rows.kept(officer.person()).map(NoticesRows.Kept::shown);
    }

    /** Keeps an address and sends it a code. Nothing else is sent there until the code comes back. @return why it was not done, if so */
    public Optional<Rule> address(Officer officer, String typed, String language) {
        if (server == null) return Optional.of(Rule.NO_SERVER);
        var address = Address.read(typed);
        if (address.isEmpty()) return Optional.of(Rule.NOT_AN_ADDRESS);
        var now = clock.instant();
        var code = digits();
        var to = new Subscription(officer.person(), address.get(), false, Pace.OFF, language, secret(), null, null);
        var offer = new NoticesRows.Offer(code, now.plus(CODE_LIVES), LocalDate.now(clock), CODES_A_DAY);
        var counted = rows.writing(in -> {
            if (!NoticesRows.offered(in, to, offer)) return false;
            // What waits is for the address before.
            NoticesRows.withdraw(in, officer.person());
            NoticesRows.put(in, new Letter(UUID.randomUUID(), to, List.of(), 0, code, 0), now);
            return true;
        });
        if (!counted) return Optional.of(Rule.TOO_MANY_CODES);
        note("notices-address", officer);
        return Optional.empty();
    }

    private String digits() {
        return random.ints(CODE_DIGITS, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private String secret() {
        var bytes = new byte[OFF_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The code that was sent comes back: from then on notices can be sent there. @return why it was not done, if so */
    public Optional<Rule> confirm(Officer officer, String typed) {
        var plain = typed.replaceAll("\\s", "");
        var declined = rows.writing(in -> confirm(in, officer.person(), plain));
        if (declined.isEmpty()) note("notices-confirmed", officer);
        else if (declined.get() == Rule.NOT_THAT_CODE) note("notices-code-wrong", officer);
        return declined;
    }

    /** Reads, compares and keeps under one lock: a code confirms the address it was sent to, and each attempt is counted. */
    private Optional<Rule> confirm(JdbcClient in, Person.Id person, String typed) {
        var kept = NoticesRows.held(in, person);
        if (kept.isEmpty()) return Optional.of(Rule.NO_ADDRESS);
        var fits = fits(kept.get(), typed);
        NoticesRows.typed(in, person, fits);
        return fits ? Optional.empty() : Optional.of(Rule.NOT_THAT_CODE);
    }

    private boolean fits(NoticesRows.Kept kept, String typed) {
        var code = kept.code();
        var until = kept.codeUntil();
        return code != null
                && until != null
                && !clock.instant().isAfter(until)
                && kept.codeTries() < CODE_TRIES
                && typed.length() == CODE_DIGITS
                && MessageDigest.isEqual(code.bytes(), NoticesRows.hash(typed));
    }

    /** How often, and in which language. @return why it was not done, if so */
    public Optional<Rule> choose(Officer officer, Pace pace, String language) {
        if (of(officer).filter(Subscription::confirmed).isEmpty()) return Optional.of(Rule.NO_ADDRESS);
        rows.writing(in -> {
            NoticesRows.choose(in, officer.person(), pace, language);
            return NoticesRows.withdraw(in, officer.person());
        });
        offices.journal().write(JournalLine.of("notices-pace", officer).with("pace", pace));
        return Optional.empty();
    }

    /** Forgets the address and everything with it, but for how many codes were sent today. */
    public void forget(Officer officer) {
        rows.writing(in -> {
            NoticesRows.forget(in, officer.person());
            return true;
        });
        note("notices-forgotten", officer);
    }

    /** In the journal, without the address. */
    private void note(String what, Officer officer) {
        offices.journal().write(JournalLine.of(what, officer));
    }

    /** Turns notices off for who has the secret of a letter. @return whether it is one */
    public boolean turnOff(String person, String secret) {
        var kept = find(person, secret);
        kept.ifPresent(found -> rows.writing(in -> {
            NoticesRows.turnOff(in, found.shown().person());
            return NoticesRows.withdraw(in, found.shown().person());
        }));
        kept.ifPresent(found -> offices.journal()
                .write(JournalLine.of("notices-off", null)
                        .with("person", found.shown().person())));
        return kept.isPresent();
    }

    /** Whether somebody's letters have this secret. */
    public boolean knows(String person, String secret) {
        return find(person, secret).isPresent();
    }

    private Optional<NoticesRows.Kept> find(String person, String secret) {
        if (!person.matches("[1-9][0-9]{0,15}")) return Optional.empty();
        return Person.Id.read(Long.parseLong(person))
                .flatMap(rows::kept)
                .filter(kept -> MessageDigest.isEqual(
                        kept.shown().off().getBytes(StandardCharsets.US_ASCII),
                        secret.getBytes(StandardCharsets.UTF_8)));
    }

    // What is written and sent

    /** Writes what is to be told now, and hands in what waits. */
    public void round() {
        if (postman == null || server == null) return;
        write();
        for (var id : rows.due(clock.instant(), AT_A_TIME)) {
            // Those before it may have taken long: what its reader chose meanwhile counts.
            var letter = rows.waiting(id);
            if (letter.isEmpty()) continue;
            var to = letter.get().to();
            var wanted = letter.get().code() != null || to.wants();
            if (wanted && open().contains(to.person())) hand(postman, server, letter.get());
            else rows.writing(in -> NoticesRows.drop(in, letter.get()));
        }
    }

    private void write() {
        var now = clock.instant();
        var here = now.atZone(clock.getZone());
        var today = here.toLocalDate();
        var waiting = rows.awaiting();
        var open = open();
        var found = new HashMap<OfficeCode, List<Notice>>();
        for (var kept : rows.all()) {
            var to = kept.shown();
            if (!to.wants()
                    || !open.contains(to.person())
                    || waiting.contains(to.person().value())) continue;
            if (to.isDue(now, today, here.getHour(), kept.day())) write(to, now, today, found);
        }
    }

    /** Who can sign in: nobody else is written to. */
    private Set<Person.Id> open() {
        return offices.accounts().stream()
                .filter(account -> account.closed() == null)
                .map(Account::person)
                .collect(Collectors.toSet());
    }

    /** @param found what there is for each office, looked for once in a round */
    private void write(
            Subscription to, Instant now, LocalDate today, Map<OfficeCode, List<Notice>> found) { // to whom, and when
        var there = Present.together(offices.heldToday(to.person()).stream()
                .map(office -> found.computeIfAbsent(
                        office, code -> present.of(new Officer(to.person(), "", code), now, today))));
        var told = Told.of(there, rows.told(to.person()));
        if (told.fresh().isEmpty() && told.over().isEmpty()) return;
        rows.writing(in -> {
            NoticesRows.forget(in, to.person(), told.over());
            if (told.fresh().isEmpty()) return true;
            var lines = told.fresh().stream()
                    .limit(Letter.LINES)
                    .map(notice -> new Letter.Line(
                            notice.what(),
                            notice.what().equals("changed") ? "" : notice.mark(),
                            notice.about().kind(),
                            notice.about().name()))
                    .toList();
            var more = told.fresh().size() - lines.size();
            var letter = new Letter(UUID.randomUUID(), to, lines, more, null, 0);
            NoticesRows.put(in, letter, now);
            NoticesRows.tell(in, letter, told.fresh());
            NoticesRows.wrote(in, to.person(), now, today);
            return true;
        });
    }

    private void hand(Postman postman, MailServer server, Letter letter) {
        var now = clock.instant();
        var to = letter.to();
        var off = letter.code() == null ? server.page("/notices/off/" + to.person() + "/" + to.off()) : "";
        var fate = Fate.of(letter, send(postman, server, letter, off), now);
        rows.writing(in -> {
            NoticesRows.became(in, letter, fate, now);
            return true;
        });
    }

    /** One that cannot be put into words is not taken, and holds up none behind it. */
    private Outcome send(Postman postman, MailServer server, Letter letter, String off) {
        try {
            return postman.send(letter, words.apply(letter, server), off, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("A letter could not be written", e);
            return Outcome.FAILED;
        }
    }

    @Override
    public void close() {
        if (routine != null) routine.close();
    }
}
