package acorde.web;

import acorde.offices.Network;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 as Tomcat speaks it, with an end to the patience for a handshake and for the head of a request: Tomcat's begins anew with every byte,
 * so that a few thousand callers that send one now and then would leave no connection for others. Nor does one network get all connections.
 *
 * <p>Public, and made without arguments, because Tomcat makes it by its name.
 */
public final class PromptHeads extends Http11NioProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(PromptHeads.class);
    private static final int LOOKS = 4;

    private final Map<SocketWrapperBase<NioChannel>, Long> shakingHands = new HashMap<>();
    private Duration patience = Duration.ofSeconds(20);
    private volatile int ofOneNetwork = Integer.MAX_VALUE;
    private volatile @Nullable String proxy;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heads").factory());

    public PromptHeads() {
        super(new Guarded());
        ((Guarded) getEndpoint()).guard = this::isCrowded;
    }

    /** Where connections are accepted. */
    private static final class Guarded extends NioEndpoint {
        private Predicate<SocketChannel> guard = _ -> false;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (!guard.test(socket)) return super.setSocketOptions(socket);
            destroySocket(socket);
            return false;
        }
    }

    /** Connections of one network that may be open at once. @param except the address of the proxy through which everybody calls, if there is one */
    void setOfOneNetwork(int most, @Nullable String except) {
        ofOneNetwork = most;
        proxy = except;
    }

    private boolean isCrowded(SocketChannel socket) {
        var address = socket.socket().getInetAddress();
        if (address == null) return true; // it is gone already
        var most = ofOneNetwork;
        var open = getEndpoint().getConnections();
        if (open.size() < most || address.getHostAddress().equals(proxy)) return false;
        var network = Network.of(address.getHostAddress());
        return open.stream()
                        .map(SocketWrapperBase::getRemoteAddr)
                        .filter(Objects::nonNull) // of those that close at this moment
                        .filter(each -> network.equals(Network.of(each)))
                        .count()
                >= most;
    }

    /** How long a handshake, and the head of a request, may take. To be set before the start. */
    void setPatience(Duration longest) {
        patience = longest;
    }

    @Override
    public void start() throws Exception {
        super.start();
        var pause = patience.toMillis() / LOOKS;
        watch.scheduleWithFixedDelay(this::lookAndGoOn, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        watch.shutdownNow();
        super.stop();
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("Slow callers could not be looked for; the next look is soon", e);
        }
    }

    private void look() {
        var now = System.nanoTime();
        var unfinished = new HashSet<SocketWrapperBase<NioChannel>>();
        for (var connection : getEndpoint().getConnections()) {
            if (isShakingHands(connection)) {
                unfinished.add(connection);
                if (isLate(shakingHands.computeIfAbsent(connection, it -> now), now)) connection.close();
            } else if (connection.getCurrentProcessor() instanceof Processor processor) {
                endIfLate(connection, processor.getRequest(), now);
            }
        }
        shakingHands.keySet().retainAll(unfinished);
    }

    /** A processor stays with a connection while the rest of a head is waited for; here nothing else makes it stay. */
    private void endIfLate(SocketWrapperBase<NioChannel> connection, @Nullable Request request, long now) {
        if (request == null) return;
        var began = request.getStartTimeNanos();
        if (began >= 0 && isLate(began, now)) connection.close();
    }

    private boolean isShakingHands(SocketWrapperBase<NioChannel> connection) {
        var socket = connection.getSocket();
        return isSSLEnabled() && socket != null && !socket.isHandshakeComplete();
    }

    private boolean isLate(long began, long now) {
        return now - began > patience.toNanos();
    }
}
