package acorde.web;

import acorde.web.view.Frame;
import acorde.web.view.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * A page as a controller's answer: {@code return new Shown(pages, "home", frame, view);}.
 *
 * <p>The page is drawn whole before its first byte is sent, so that a fault while drawing still becomes an error page.
 */
public record Shown(Pages pages, String template, Frame frame, Object view) implements View {
    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] page = pages.draw(template, frame, view).getBytes(StandardCharsets.UTF_8);
        response.setContentType(getContentType());
        response.setLocale(Locale.of(frame.language().code()));
        // What a page shows depends on who reads it: nothing of it may stay in a shared cache or a shared machine's
        // browser.
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
