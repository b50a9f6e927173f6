package acorde.web;

import acorde.acts.Acts;
import acorde.finding.Finding;
import acorde.offices.Role;
import acorde.offices.TestOffices;
import acorde.trust.PartyCode;
import acorde.web.words.Bilingual;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pages of a node, served on a free port of this machine, with real records behind. */
final class TestSite implements AutoCloseable {
    static final String PASSWORD = "un puente de madera";

    /** Stands behind the guard and counts who gets past it. */
    static final class Reached implements Filter {
        private final AtomicInteger requests = new AtomicInteger();

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            requests.incrementAndGet();
            chain.doFilter(request, response);
        }

        int count() {
            return requests.get();
        }
    }

    final Reached reached = new Reached();
    final TestOffices records;
    final Website website;
    private final List<Object> doors;
    private final Set<Role> known = EnumSet.noneOf(Role.class);
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final Map<Role, Visitor> officers = new EnumMap<>(Role.class);

    private TestSite(
            TestOffices records, Site site, Website.Listening listening, Object... more) { // what it is made of
        this.records = records;
        this.doors = new ArrayList<>(new TestDesk(keys()).doors(records, site.party()));
        doors.add(reached);
        doors.addAll(List.of(more));
        this.website = Website.start(site, records.clock, doors, listening);
    }

    private static Path keys() {
        try {
            return Files.createTempDirectory("acorde-test-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestSite start() {
        return start(site -> site);
    }

    static TestSite start(Function<Site, Site> change) {
        return new TestSite(
                TestDesk.records(), change.apply(site(Optional.empty())), new Website.Listening("127.0.0.1", 0));
    }

    /** One where answers are made and go out so. */
    static TestSite startWith(Seating.Rooms rooms, Object... more) {
        var doors = Stream.concat(Stream.of(rooms), Stream.of(more)).toArray();
        return new TestSite(TestDesk.records(), site(Optional.empty()), new Website.Listening("127.0.0.1", 0), doors);
    }

    /** One that has so much patience with slow callers. */
    static TestSite startWith(Duration patience) {
        return new TestSite(
                TestDesk.records(), site(Optional.empty()), new Website.Listening("127.0.0.1", 0, null, patience));
    }

    /** Reached through a proxy that calls from there. */
    static TestSite startBehind(String proxy) {
        return new TestSite(TestDesk.records(), site(Optional.empty()), new Website.Listening("127.0.0.1", 0, proxy));
    }

    static Site site(Optional<DemoDoor> demo) {
        return new Site(
                new PartyCode("HN"),
                new Bilingual("Secretaría de Seguridad", "Ministry of Security"),
                false,
                false,
                demo);
    }

    int port() {
        return website.port();
    }

    /** Somebody who has not signed in. */
    Visitor visitor() {
        return new Visitor(website.port());
    }

    /** Somebody signed in for an office of that role, the same each time. */
    Visitor officer(Role role) {
        return officers.computeIfAbsent(role, wanted -> {
            var account = "officer." + role.code();
            if (known.add(role)) records.officer(account, role.word(), PASSWORD);
            return visitor().signIn(account, PASSWORD);
        });
    }

    /** Lets everybody who is signed in sign in anew. */
    void forget() {
        officers.clear();
    }

    /** A token of an office of that role. */
    String token(Role role) {
        return tokens.computeIfAbsent(role, wanted -> {
            officer(wanted);
            var session = records.signIn("officer." + wanted.code(), PASSWORD);
            return TestOffices.done(records.offices.makeToken(session.officer(), "prueba", 30))
                    .reveal();
        });
    }

    @Override
    public void close() {
        website.close();
        doors.stream()
                .filter(acorde.files.Files.class::isInstance)
                .map(acorde.files.Files.class::cast)
                .forEach(acorde.files.Files::close);
        doors.stream()
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .forEach(Finding::close);
        doors.stream().filter(Acts.class::isInstance).map(Acts.class::cast).forEach(Acts::close);
        records.close();
    }
}
