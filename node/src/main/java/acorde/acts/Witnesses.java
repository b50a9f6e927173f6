package acorde.acts;

import acorde.trust.LogRolledBack;
import acorde.trust.Logs;
import acorde.trust.Place;
import acorde.trustlog.SignedNote;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the partners, before anything is signed, how far they hold this party's log. Those that do not answer at once are not waited for. */
final class Witnesses {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

    /** A node starts when its partners are away, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Witnesses() {}

    /** @throws LogRolledBack if one of them holds more of it than is stored here, or other */
    static void ask(Logs logs, Function<Place, Peer> peers) {
        var asked = new ArrayList<Peer>();
        var questions = new ArrayList<Callable<Boolean>>();
        for (var place : logs.charter().places()) {
            if (place.equals(logs.self())) continue;
            var peer = peers.apply(place);
            asked.add(peer);
            questions.add(() -> ask(logs, place, peer));
        }
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (var answer : threads.invokeAll(questions, PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                if (!answer.isCancelled()) answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LogRolledBack rolledBack
                    ? rolledBack
                    : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            asked.forEach(Peer::close);
        }
    }

    private static boolean ask(Logs logs, Place place, Peer peer) throws InterruptedException {
        try {
            var note = peer.receipt(logs.self().keys().log().name(), -1, Duration.ZERO);
            if (note.isEmpty()) return false;
            logs.insistOn(place.party(), SignedNote.parse(note.get()));
            return true;
        } catch (LogRolledBack rolledBack) {
            throw rolledBack;
        } catch (IOException
                | RuntimeException e) { // whatever a partner says, it does not keep this node from starting
            LOG.debug("{} does not say how far it holds this log: {}", place.party(), e.getMessage());
            return false;
        }
    }
}
