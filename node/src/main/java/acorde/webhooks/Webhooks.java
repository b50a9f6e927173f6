package acorde.webhooks;

import acorde.acts.Routine;
import acorde.exchange.Feed;
import acorde.finding.Key;
import acorde.notices.Notice;
import acorde.notices.Present;
import acorde.notices.Told;
import acorde.offices.Account;
import acorde.offices.JournalLine;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Role;
import acorde.offices.Token;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notices to systems: the door of the package. Safe for any thread.
 *
 * <p>What an event tells is noted as told once the receiver has answered that it took it: a node that is killed in between sends it again, under the same
 * name. Nothing is kept to be sent: each try tells what there is to tell then.
 */
public final class Webhooks implements AutoCloseable {
    /** Of one node: its systems, each with some that are tried beside each other. */
    static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final Duration WHOLE_EVENT = Duration.ofSeconds(20);

    /** Back from now: what was given up and not told by then is found by TAXII all the same. */
    private static final Duration LATELY = Duration.ofDays(7);

    private static final int ID_BYTES = 8;

    private final Sources sources;
    private final WebhooksRows rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Reach reach;
    private final Messenger messenger;
    private @Nullable Routine routine;

    /** @param reach where it may send at all */
    public Webhooks(Sources sources, Postgres postgres, Lease lease, Clock clock, Reach reach) { // what it stands on
        this.sources = sources;
        this.rows = new WebhooksRows(postgres, lease);
        this.clock = clock;
        this.reach = reach;
        this.messenger = new Messenger(reach, WHOLE_EVENT);
    }

    /**
     * What is told of, and for whom.
     *
     * @param secrets a secret of this node for what is named
     */
    public record Sources(Present present, Feed feed, Offices offices, Function<String, byte[]> secrets) {} // its parts

    /** Tells every minute, on a thread of its own, until closed. */
    public Webhooks running() {
        if (!reach.hosts().isEmpty()) routine = Routine.start("webhooks", () -> Thread.sleep(ROUND), this::round);
        return this;
    }

    // What an administrator keeps

    /** Where this node may send, each as {@code host:port}. */
    public Set<String> hosts() {
        return reach.hosts();
    }

    public List<Hook> hooks() {
        return rows.all();
    }

    /** The keys for programs that can be used today, by their names. */
    public Map<Token.Id, Token> programs() {
        var open = sources.offices().accounts().stream()
                .filter(account -> account.closed() == null)
                .map(Account::person)
                .collect(Collectors.toSet());
        var programs = new TreeMap<Token.Id, Token>((one, other) -> one.value().compareTo(other.value()));
        for (var token : sources.offices().liveTokens())
            if (token.opens() == Token.Opens.INTERFACE
                    && open.contains(token.owner())
                    && sources.offices().heldToday(token.owner()).contains(token.office()))
                programs.put(token.id(), token);
        return programs;
    }

    /** What came of setting one up. */
    public sealed interface Made {
        /** @param secret by which its receiver knows events to be this node's: told once */
        record Done(Hook.Id hook, Secret secret) implements Made {}

        record Declined(Rule why) implements Made {}
    }

    /** Sets one up, which is told from the next minute on. */
    public Made make(Officer by, String program, String typed) {
        if (reach.hosts().isEmpty()) return new Made.Declined(Rule.NOWHERE);
        var address = Reach.address(typed);
        if (address.isEmpty()) return new Made.Declined(Rule.NOT_AN_ADDRESS);
        if (!reach.has(address.get())) return new Made.Declined(Rule.NOT_ALLOWED);
        var token = Token.Id.read(program).filter(programs()::containsKey);
        if (token.isEmpty()) return new Made.Declined(Rule.UNKNOWN_PROGRAM);
        var now = clock.instant();
        var hook = new Hook(fresh(), token.get(), address.get(), now, 0, 0, now, null, "", null);
        if (!rows.writing(in -> WebhooksRows.put(in, hook, MOST))) return new Made.Declined(Rule.TOO_MANY);
        // Its path may hold a secret of the receiver's.
        sources.offices()
                .journal()
                .write(JournalLine.of("webhook-made", by)
                        .with("hook", hook.id())
                        .with("token", hook.program())
                        .with("host", hook.address().getRawAuthority()));
        return new Made.Done(hook.id(), secret(hook.id()));
    }

    private Hook.Id fresh() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return new Hook.Id(HexFormat.of().formatHex(bytes));
    }

    private Secret secret(Hook.Id hook) {
        return new Secret(sources.secrets().apply("webhook/" + hook));
    }

    /** Tries one again that was given up. @return why it was not done, if so */
    public Optional<Rule> resume(Officer by, String hook) {
        return change(by, hook, "webhook-resumed", (in, id) -> WebhooksRows.resume(in, id, clock.instant()));
    }

    /** @return why it was not done, if so */
    public Optional<Rule> remove(Officer by, String hook) {
        return change(by, hook, "webhook-removed", WebhooksRows::remove);
    }

    private interface Changing {
        boolean change(JdbcClient in, Hook.Id hook);
    }

    private Optional<Rule> change(Officer by, String hook, String what, Changing changing) { // who does what to which
        var id = Hook.Id.read(hook).filter(known -> rows.writing(in -> changing.change(in, known)));
        id.ifPresent(known ->
                sources.offices().journal().write(JournalLine.of(what, by).with("hook", known)));
        return id.isPresent() ? Optional.empty() : Optional.of(Rule.UNKNOWN_HOOK);
    }

    /** That systems do not answer any more, for those who keep them: one for each. */
    public List<Notice> silent(Officer officer) {
        if (officer.role() != Role.ADMINISTRATOR) return List.of();
        return rows.all().stream()
                .filter(hook -> hook.silent() != null)
                .map(hook -> new Notice(
                        "system-silent", new Key("webhook", hook.id().value()), String.valueOf(hook.silent())))
                .toList();
    }

    // What is told

    /** Tells each system what there is to tell it now. */
    public void round() {
        var programs = programs();
        for (var known : rows.all()) {
            var program = programs.get(known.program());
            if (program == null || !isDue(known)) continue;
            var officer = new Officer(program.owner(), "", program.office());
            // Those before it may have taken long: what was decided about it meanwhile counts.
            var hook = rows.find(known.id()).filter(this::isDue);
            hook.ifPresent(one -> tell(one, officer));
        }
    }

    private boolean isDue(Hook hook) {
        return hook.silent() == null && !hook.next().isAfter(clock.instant());
    }

    /**
     * What the office is told by mail, but for the orders to give something up: those stand on a page that no program reads. Instead each office learns that
     * something its programs took is to be destroyed, as TAXII tells it.
     */
    private List<Notice> present(Officer officer) {
        var now = clock.instant();
        var notices = new ArrayList<>(sources.present().of(officer, now, LocalDate.now(clock)));
        notices.removeIf(notice -> notice.what().equals("taken-back"));
        for (var act : sources.feed().gone(officer, now.minus(LATELY), now))
            notices.add(new Notice("revoked", new Key("exchange", act.toString()), ""));
        return notices;
    }

    private void tell(Hook hook, Officer officer) {
        var told = Told.of(present(officer), rows.told(hook.id()));
        if (!told.over().isEmpty()) rows.writing(in -> WebhooksRows.forget(in, hook.id(), told.over()));
        // The first says at least that it works.
        if (told.fresh().isEmpty() && hook.arrived() > 0) return;
        var now = clock.instant();
        var event = Event.of(hook, officer.office(), told.fresh());
        var fate = Fate.of(hook.tries(), messenger.send(event, hook.address(), secret(hook.id()), now), now);
        switch (fate) {
            case Fate.Told _ -> {
                var keys = told.fresh().stream().map(Notice::key).toList();
                rows.writing(in -> WebhooksRows.arrived(in, hook.id(), keys, LocalDate.now(clock)));
            }
            case Fate.Waits waits -> rows.writing(in -> WebhooksRows.waits(in, hook.id(), waits));
            case Fate.Silent(var fault) -> giveUp(hook, fault, now);
        }
    }

    private void giveUp(Hook hook, String fault, Instant now) {
        rows.writing(in -> WebhooksRows.silence(in, hook.id(), fault, now));
        LOG.warn("The system of {} is told no more: {}", hook.id(), fault);
        sources.offices()
                .journal()
                .write(JournalLine.of("webhook-silent", null)
                        .with("hook", hook.id())
                        .with("fault", fault));
    }

    @Override
    public void close() {
        if (routine != null) routine.close();
    }
}
