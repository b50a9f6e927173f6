package acorde.web.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Draws a page: a template, the frame around it and the view it shows. */
public final class Pages {
    private static final int EXPECTED_CHARACTERS = 32_768;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "acorde.web.pages");

    /**
     * The whole page as HTML.
     *
     * @param template the page's name, such as {@code home}
     * @param view what that template asks for
     */
    public String draw(String template, Frame frame, Object view) {
        StringOutput output = new StringOutput(EXPECTED_CHARACTERS);
        engine.render(template + ".jte", Map.of("p", frame, "view", view), output);
        return output.toString();
    }
}
