package acorde.web;

import acorde.acts.ReadingRoom;
import acorde.offices.Officer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
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

/** Lets what all answers hold of acts together have a bound: each is a visit to a {@link ReadingRoom}. */
final class Seating extends OncePerRequestFilter {
    private final Rooms rooms;

    /** Officers read apart from everybody else, so that no crowd at the public page keeps one of them out. */
    public record Rooms(ReadingRoom officers, ReadingRoom visitors) {
        private static final Duration PATIENCE = Duration.ofSeconds(5);

        /** Four answers hold 32 MiB each at most, of the 256 MiB a node has; its two processors make no more at once anyway. */
        static Rooms ofNode() {
            return new Rooms(new ReadingRoom(3, 2, PATIENCE), new ReadingRoom(1, 1, PATIENCE));
        }
    }

    Seating(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = visit()) {
            chain.doFilter(request, response);
        }
    }

    private ReadingRoom.Visit visit() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Officer officer
                ? rooms.officers().visit(officer.person())
                : rooms.visitors().visit("anybody");
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
            return body;
        }
    }
}
