package acorde.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port of a built-in server: chosen once, remembered in a file, chosen anew when somebody else has taken it. */
record Ports(Path file) {
    /**
     * Below the range from which Linux takes the ports of outgoing connections, which would otherwise take it some day.
     */
    private static final int FIRST = 21_000;

    private static final int LAST = 30_999;
    private static final int TRIES = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);

    int choose() throws IOException {
        int remembered = remembered();
        if (remembered > 0) {
            if (isFree(remembered)) {
                return remembered;
            }
            LOG.warn("Port {} of the built-in PostgreSQL is taken by another program: choosing another", remembered);
        }
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (isFree(port)) {
                Files.writeString(file, port + "\n");
                LOG.info("The built-in PostgreSQL listens on port {} of 127.0.0.1", port);
                return port;
            }
        }
        throw new DatabaseUnavailable(Trouble.NO_FREE_PORT, FIRST, LAST);
    }

    private int remembered() throws IOException {
        if (!Files.exists(file)) {
            return -1;
        }
        try {
            int port = Integer.parseInt(Files.readString(file).strip());
            return port > 0 && port <= 65_535 ? port : -1;
        } catch (NumberFormatException spoilt) {
            return -1;
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
