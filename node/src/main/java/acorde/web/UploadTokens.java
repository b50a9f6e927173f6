package acorde.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Finds the token against forged requests where forms have it; in the form that sends a file, in its first part. */
final class UploadTokens implements CsrfTokenRequestHandler {
    private final XorCsrfTokenRequestAttributeHandler usual = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        usual.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        if (!UploadForm.isSent(request)) return usual.resolveCsrfTokenValue(request, token);
        var sent = UploadForm.of(request).token();
        return usual.resolveCsrfTokenValue(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public @Nullable String getHeader(String name) {
                        return name.equals(token.getHeaderName()) ? sent : super.getHeader(name);
                    }
                },
                token);
    }
}
