package acorde.web;

import acorde.web.words.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** The language a reader reads in: {@code ?lang=} asks for one and is remembered in a cookie for a year. */
public final class ReaderLanguage implements HandlerInterceptor {
    static final String PARAMETER = "lang";
    static final String COOKIE = "acorde-lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /** The language to answer this request in. */
    public static Language of(HttpServletRequest request) {
        return Language.choose(
                request.getParameter(PARAMETER), remembered(request), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Language asked = Language.byCode(request.getParameter(PARAMETER));
        if (asked != null && !asked.code().equals(remembered(request))) {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, asked.code())
                    .path("/")
                    .maxAge(REMEMBERED)
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }

    private static @Nullable String remembered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return null;
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) return cookie.getValue();
        }
        return null;
    }
}
