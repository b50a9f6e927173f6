package acorde.web;

import acorde.acts.Doorway;
import acorde.acts.ReadingRoom;
import acorde.offices.Network;
import acorde.offices.Officer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Lets what all answers hold of memory together have a bound: each is a visit to a {@link ReadingRoom} while it is made, and goes through a
 * {@link Doorway} until it is taken. Officers take places by person, everybody else by network.
 */
public final class Seating extends OncePerRequestFilter {
    private static final String SEAT = Seating.class.getName();

    /** What the answer to a visitor holds besides itself: buffers of its connection, the stack that makes it. */
    private static final int REQUEST_BYTES = 64 << 10;

    /** Bytes of a character of a page: two at most as it was drawn, one and more as it is sent. */
    private static final long CHARACTER = 3;

    private static final Set<String> ENTRANCE = Set.of("/sign-in", "/health");

    private final Rooms rooms;
    private final Duration patience;

    /** Where answers are made, and through what they go out. */
    public record Side(ReadingRoom room, Doorway door) {}

    /**
     * Officers apart from everybody else, so that no crowd at the public page keeps one of them out.
     *
     * @param entrance through what the sign-in page goes out, and what is told to whoever watches over the node: so that no crowd at the public
     *     page keeps an officer from signing in, or has a node started again that is well
     * @param forms where long forms are until they are answered
     */
    public record Rooms(Side officers, Side visitors, Doorway entrance, Doorway forms) {
        private static final Duration PATIENCE = Duration.ofSeconds(5);

        private static final int MIB = 1 << 10; // in the unit of a doorway

        /**
         * Of the 256 MiB a node has: four answers being made hold 32 MiB each at most, and its two processors make no more at once anyway;
         * those on their way 32, 18 and 6 MiB; long forms 16 MiB; {@link Website#CONNECTIONS} 24 KiB each, 24 MiB; so 32 MiB are left to the
         * node itself.
         *
         * <p>A person has half of what officers have, so that one whose line is slow keeps nobody out. A network has a quarter of what
         * visitors have, which is 72 small answers nobody takes; all of them together have 288. Of the entrance it has an eighth: 12.
         */
        static Rooms ofNode() {
            return new Rooms(
                    new Side(new ReadingRoom(3, 2, PATIENCE), new Doorway(32 * MIB, 16 * MIB)),
                    new Side(new ReadingRoom(1, 1, PATIENCE), new Doorway(18 * MIB, 18 * MIB / 4)),
                    new Doorway(6 * MIB, 6 * MIB / 8),
                    new Doorway(16 * MIB, 8 * MIB));
        }
    }

    /** @param patience with who takes an answer, beside what they get as they take it */
    Seating(Rooms rooms, Duration patience) {
        this.rooms = rooms;
        this.patience = patience;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var seat = new Seat()) {
            if (!seat.find(request)) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
            request.setAttribute(SEAT, seat);
            chain.doFilter(request, new UnhurriedAnswer(response, patience));
        } catch (IOException | ServletException | RuntimeException fault) {
            if (!response.isCommitted()) throw fault;
            if (!(fault instanceof IOException)) logger.warn("An answer broke off", fault);
            else if (!(fault instanceof ClientAbortException))
                logger.warn("An answer broke off: " + fault.getMessage());
            // Behind anything else the server puts its page of errors, and the end by which a part is taken for whole.
            throw new ClientAbortException(fault);
        }
    }

    /** Whoever asks turns out to be somebody: the answer takes the places of that officer from here on. */
    public static void isFor(Officer officer, HttpServletRequest request) {
        if (request.getAttribute(SEAT) instanceof Seat seat) seat.moveTo(officer);
    }

    /** Where one answer is. For the thread that makes it. */
    private final class Seat implements AutoCloseable {
        private ReadingRoom.@Nullable Visit visit;
        private Doorway.@Nullable Passage passage;

        /** @return whether there is room for one more answer to who asks */
        boolean find(HttpServletRequest request) {
            var who = SecurityContextHolder.getContext().getAuthentication();
            if (who != null && who.getPrincipal() instanceof Officer officer) {
                moveTo(officer);
                return true;
            }
            // Behind a proxy whose word is taken, this is the address it calls for: as at sign-in.
            var network = Network.of(request.getRemoteAddr());
            var door = ENTRANCE.contains(request.getRequestURI())
                    ? rooms.entrance()
                    : rooms.visitors().door();
            return move(new Side(rooms.visitors().room(), door), network).takes(REQUEST_BYTES);
        }

        void moveTo(Officer officer) {
            move(rooms.officers(), officer.person());
        }

        private Doorway.Passage move(Side side, Object who) {
            close();
            visit = side.room().visit(who);
            var through = side.door().passage(who);
            passage = through;
            return through;
        }

        @Override
        public void close() {
            if (visit != null) visit.close();
            if (passage != null) passage.close();
            visit = null;
            passage = null;
        }
    }

    /** An answer that is made leaves before it is sent: whoever takes it slowly keeps nobody else from reading. */
    @ControllerAdvice
    static final class AtTheDoor implements ResponseBodyAdvice<Object> {
        @Override
        public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
            return true;
        }

        @Override
        public @Nullable Object beforeBodyWrite( // six parameters: Spring's
                @Nullable Object body,
                MethodParameter answer,
                MediaType type,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            ReadingRoom.leave();
            Doorway.carry(weight(body));
            return body;
        }

        /** Answers are texts and bytes; what else there is, is small. */
        private static long weight(@Nullable Object body) {
            return switch (body) {
                case String page -> CHARACTER * page.length();
                case byte[] bytes -> bytes.length;
                case null, default -> 0;
            };
        }
    }
}
