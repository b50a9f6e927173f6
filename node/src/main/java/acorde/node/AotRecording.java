package acorde.node;

import acorde.policy.Annex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this Java records of the classes it loads, to be written as the cache of the next start ({@link AotCache}). Writing takes both cores some ten seconds, in a Java of its
 * own; this one stands still for less than one, and then goes on as any other.
 *
 * @param made where Java was told to write it
 */
record AotRecording(Path made) {
    /** So that whoever waits for the first page has it before the writing begins, and its classes are in the cache. */
    static final Duration FIRST_PAGES = Duration.ofSeconds(10);

    /** One that can be read, so that what reads rules is in the cache: at the first start no rules are adopted yet, at most others they are. */
    private static final String RULE = """
            @id("P-1") @reason_es("EJERCICIO.") @reason_en("EXERCISE.")
            permit (principal, action, resource) when { principal.party == resource.originator };
            """;

    private static final Logger LOG = LoggerFactory.getLogger(AotRecording.class);

    /** @param options this Java was started with */
    static Optional<AotRecording> among(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith(AotCache.OUTPUT))
                .map(option -> Path.of(option.substring(AotCache.OUTPUT.length())))
                .filter(path -> AotCache.UNFINISHED
                        .matcher(path.getFileName().toString())
                        .matches())
                .map(AotRecording::new)
                .findFirst();
    }

    /** Ends what this Java records, if it records, once its first pages have been asked for. */
    static void endSoon() {
        among(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .ifPresent(recording -> Thread.ofVirtual().name("cache").start(recording::endAfterFirstPages));
    }

    private void endAfterFirstPages() {
        try {
            Thread.sleep(FIRST_PAGES);
            readRules();
            // As jcmd's AOT.end_recording; the interface of Java for it comes with JDK 26.
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "aotEndRecording", null, null);
            keep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | JMException e) {
            LOG.warn("The cache of classes was not kept, so the next start is no faster: {}", e.toString());
        }
    }

    private static void readRules() {
        try {
            Annex.read(RULE);
        } catch (LinkageError e) {
            LOG.info("What reads rules does not load here, so it is not in the cache of classes: {}", e.toString());
        }
    }

    /** Takes over what was written, if it was written to its end. */
    void keep() throws IOException {
        // What Java writes first goes only when the cache is whole.
        var first = made.resolveSibling(made.getFileName() + ".config");
        if (Files.exists(first) || !Files.isRegularFile(made)) {
            Files.deleteIfExists(made);
            Files.deleteIfExists(first);
        } else Files.move(made, cache(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path cache() {
        var name = AotCache.UNFINISHED.matcher(made.getFileName().toString());
        if (!name.matches()) throw new IllegalStateException("not a cache under way: " + made);
        return made.resolveSibling(name.group(1));
    }
}
