package acorde.web.desk;

import acorde.compact.ItemKey;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** A text that is written field by field as its parties read it: each thing that its form asks for, under its name. */
final class ItemInWords {
    /** Pages show it beside the text. */
    private static final String TITLE = "/title";

    /** What is a title to an indicator. */
    private static final String NAME = "/name";

    private ItemInWords() {}

    static Bilingual of(ItemKey.Kind kind, JsonNode text) {
        return new Bilingual(in(Words.in(Language.ES), kind, text), in(Words.in(Language.EN), kind, text));
    }

    private static String in(Words words, ItemKey.Kind kind, JsonNode text) {
        var paragraphs = new ArrayList<String>();
        for (var part : Questions.of(kind, text)) {
            var heading = part.heading().apply(words);
            if (!heading.isEmpty()) paragraphs.add(heading);
            for (var question : part.asked())
                if (!question.at().equals(kind == ItemKey.Kind.INDICATOR ? NAME : TITLE))
                    paragraphs.add(words.say("asked.line", words.say(question.label()), question.said(text, words)));
        }
        return String.join("\n", paragraphs);
    }
}
