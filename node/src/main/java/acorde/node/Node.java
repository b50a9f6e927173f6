package acorde.node;

import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Item;
import acorde.documents.Documents;
import acorde.exchange.Exchange;
import acorde.exchange.InForce;
import acorde.exchange.OfficeDrafts;
import acorde.files.Files;
import acorde.finding.Finding;
import acorde.groups.Groups;
import acorde.groups.Notes;
import acorde.monitoring.Monitoring;
import acorde.notices.Notices;
import acorde.notices.Present;
import acorde.offices.Change;
import acorde.offices.Journal;
import acorde.offices.Office;
import acorde.offices.OfficeCode;
import acorde.offices.Offices;
import acorde.offices.OfficesDuty;
import acorde.offices.Secret;
import acorde.onward.Onward;
import acorde.policy.Adopted;
import acorde.policy.Annex;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.requests.Requests;
import acorde.stix.Names;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.trustlog.Hash;
import acorde.web.DemoDoor;
import acorde.web.PeerServer;
import acorde.web.Site;
import acorde.web.Website;
import acorde.web.mail.MailWords;
import acorde.web.words.Bilingual;
import acorde.webhooks.Webhooks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One party's node: opens the packages in their order, from the database up to the pages, and closes them in reverse. */
final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    /** The right to write this node's log. */
    static final String LEASE = "log";

    /** Ten years: whoever plays longer begins anew. */
    static final int MOST_DAYS_AHEAD = 3650;

    static final List<String> SCHEMAS = List.of(
            "trust",
            "acts",
            "offices",
            "finding",
            "compact",
            "monitoring",
            "documents",
            "files",
            "groups",
            "exchange",
            "requests",
            "onward",
            "notices",
            "webhooks");

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final NodeFolder folder;
    private final Charter charter;
    private final PartyCode party;
    private final KeyRing keys;
    private final Founding founding;
    private final Clock clock;
    private final Postgres postgres;
    private final Lease lease;
    private final Logs logs;
    private final List<Duty> duties;
    private String address = "";
    private volatile @Nullable Throwable fault;

    /** @param daysAhead of the clock of an exercise; 0 for everybody else */
    private Node(NodeFolder folder, @Nullable String databaseUrl, int daysAhead) {
        this.folder = folder;
        this.party = folder.party();
        this.keys = KeyRing.open(folder.keys());
        this.charter = folder.charter();
        this.founding = Founding.of(charter);
        this.clock = clock(daysAhead);
        this.postgres = opened(
                databaseUrl == null
                        ? Postgres.embedded(folder.database(), servers(folder))
                        : Postgres.external(databaseUrl));
        this.lease = opened(postgres.lease(LEASE));
        SCHEMAS.forEach(postgres::migrate);
        this.logs = new Logs(charter, party, keys, postgres.readers());
        this.duties = List.of(
                Compact.duty(founding),
                Monitoring.duty(founding),
                Documents.duty(founding),
                Groups.duty(founding),
                Exchange.duty(party),
                Requests.duty(),
                Onward.duty(),
                new OfficesDuty());
    }

    private Clock clock(int daysAhead) {
        if (daysAhead < 0 || daysAhead > MOST_DAYS_AHEAD)
            throw new Refusal("cli.no.clock", String.valueOf(MOST_DAYS_AHEAD));
        if (daysAhead > 0 && !charter.content().path("exercise").asBoolean(false))
            throw new Refusal("cli.no.clock.real");
        var zone = founding.parties().stream()
                .filter(one -> one.code().equals(party))
                .findFirst()
                .orElseThrow(() -> new Refusal("cli.no.party.charter", party))
                .zone();
        return Clock.offset(Clock.system(zone), Duration.ofDays(daysAhead));
    }

    /** The programs of the database can be shared by the nodes of one user: they lie beside the nodes' folders if there is room. */
    static Path servers(NodeFolder folder) {
        var beside = folder.path().resolveSibling("postgresql");
        return java.nio.file.Files.isDirectory(beside) ? beside : folder.database();
    }

    /** The database and the logs, with nothing running: for replay and for the first account. */
    static Node closed(NodeFolder folder, @Nullable String databaseUrl) {
        return new Node(folder, databaseUrl, 0);
    }

    /** Everything: the log is written, partners are answered and followed, pages are served. */
    static Node start(NodeFolder folder, @Nullable String databaseUrl, NodeCommand.RunOptions options) {
        options.insistOnTls();
        var node = new Node(folder, databaseUrl, options.daysAhead);
        try {
            node.run(options);
            return node;
        } catch (RuntimeException fault) {
            node.close();
            throw fault;
        }
    }

    private void run(NodeCommand.RunOptions options) {
        opened(logs.rememberSigning(folder.keys()));
        var acts = opened(new Acts(postgres, lease, logs, duties, Journal.ofActs(), clock));
        acts.fenced().whenCompleteAsync((nothing, another) -> end(another));
        var transport = new Transport(charter, party, keys);
        var rules = new Adopted();
        var compact = new Compact(acts, founding, postgres.readers(), rules::faults);
        acts.compareWithPartners(transport);
        compact.join();
        if (options.announce != null) compact.announce(Foundation.read(options.announce));
        var monitoring = new Monitoring(acts, compact, founding, postgres.readers());
        var groups = new Groups(acts, founding, postgres.readers(), new Notes(postgres, lease), clock);
        var documents = new Documents(acts, compact, monitoring, groups, founding, postgres.readers());
        var offices = opened(new Offices(postgres, lease, clock, new SecureRandom()));
        var exchange =
                new Exchange(acts, offices.journal(), () -> inForce(compact, rules, offices), postgres.readers());
        var catalogues = List.of(
                compact.catalogue(),
                monitoring.catalogue(),
                groups.catalogue(compact),
                exchange.catalogue(() -> codes(offices), clock));
        var finding =
                opened(new Finding(postgres, lease, acts, catalogues, clock)).following();
        opened(offices.journal().closing(acts));
        var requests = new Requests(acts, exchange, postgres.readers());
        var onward = new Onward(acts, exchange, () -> inForce(compact, rules, offices), postgres.readers());
        var feed = exchange.feed(postgres, lease, new Names(charter.hash())::of);
        opened(exchange.answering(clock, feed::takeIn, finding.unsigned()::forgetAnswers));
        opened(exchange.acknowledging(clock));
        opened(exchange.ending(clock));
        var officeDrafts = new OfficeDrafts(postgres, lease);
        opened(officeDrafts.sweeping(clock));
        var address = logs.self().address();
        var files = opened(new Files(postgres, lease, acts, clock));
        opened(new PeerServer(acts, files, transport, new PeerServer.Listening(options.peerHost, address.getPort())));
        acts.follow(transport);
        files.follow(
                transport,
                act -> exchange.mayHaveFiles(act, clock.instant()),
                act -> exchange.mayKeepFiles(act, clock.instant()));
        var demo = options.demo
                ? DemoDoor.open(true, charter, offices, DemoPeople.of(party)).map(door -> door.beside(folder.doors()))
                : Optional.<DemoDoor>empty();
        if (options.demo && demo.isEmpty()) throw new Refusal("cli.no.demo.real");
        var present = new Present(
                party, new Notices.Sources(finding, groups, monitoring, exchange.tidings(), requests, onward));
        var webhooks = opened(new Webhooks(
                        new Webhooks.Sources(present, feed, offices, keys::secret),
                        postgres,
                        lease,
                        clock,
                        options.webhooks.reach())
                .running());
        var notices = opened(new Notices(
                        present.and(webhooks::silent),
                        offices,
                        postgres,
                        lease,
                        clock,
                        options.mail.server(),
                        MailWords::write)
                .running());
        var site = new Site(party, body(), options.tls, options.publicLog, demo);
        var listening = new Website.Listening(options.host, options.port, options.proxy);
        var doors = List.<Object>of(
                acts,
                compact,
                rules,
                monitoring,
                documents,
                groups,
                exchange,
                feed,
                officeDrafts,
                requests,
                onward,
                founding,
                offices,
                files,
                finding,
                notices,
                webhooks);
        var pages = opened(Website.start(site, clock, doors, listening));
        this.address = "http://" + options.host + ":" + pages.port();
        if (options.storyToken != null) DemoPeople.writeTokens(offices, party, options.storyToken);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        LOG.info("The node of {} serves {}; charter {}", party, this.address, charter.words());
    }

    /** What the compact says now of what may be exchanged. Rules that were only announced bind nobody, and release nothing. */
    private InForce inForce(Compact compact, Adopted rules, Offices offices) {
        var item = compact.item(founding.releaseRules());
        var annex = rules.inForce(item);
        return new InForce(
                annex == Annex.NONE ? Optional.empty() : Optional.of(annex),
                InForce.purposes(compact.areas()),
                past -> version(Compact.item(past, founding.releaseRules())).equals(version(item)),
                offices.alertSwitch().isReal());
    }

    private static List<OfficeCode> codes(Offices offices) {
        return offices.offices().stream().map(Office::code).toList();
    }

    private static Optional<Hash> version(Optional<Item> item) {
        return item.filter(Item::consented).map(Item::head).map(Item.Head::version);
    }

    private Bilingual body() {
        var words = founding.parties().stream()
                .filter(one -> one.code().equals(party))
                .findFirst()
                .orElseThrow();
        return new Bilingual(words.body().es(), words.body().en());
    }

    Change<Secret> openFirstAccount(String person, String account) {
        return opened(new Offices(postgres, lease, clock, new SecureRandom())).firstAdministrator(person, account);
    }

    Connection connection() {
        return postgres.openForRows();
    }

    Logs logs() {
        return logs;
    }

    List<Duty> duties() {
        return duties;
    }

    /** Whoever started this process holds the other end of its input, and lets go of it by ending. */
    void closeWhenInputEnds() {
        Thread.ofPlatform().daemon().name("input").start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                LOG.debug("the input broke off", e);
            }
            LOG.info("Whoever started this node has ended; so does it");
            close();
        });
    }

    /** Where the pages are. */
    String address() {
        return address;
    }

    /** Waits until the node is closed. @throws RuntimeException if it had to close, with a sentence that says why */
    void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (fault instanceof RuntimeException why) throw why;
    }

    private void end(Throwable why) {
        fault = why;
        close();
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            var part = open.pop();
            try {
                part.close();
            } catch (Exception e) { // each part is closed whatever befalls the others
                LOG.warn("{} in {} did not close", part.getClass().getSimpleName(), folder.path(), e);
            }
        }
        closed.countDown();
    }
}
