package acorde.web.mail;

import acorde.finding.Key;
import acorde.notices.Letter;
import acorde.notices.MailServer;
import acorde.notices.Written;
import acorde.web.desk.Findings;
import acorde.web.view.Links;
import acorde.web.words.Language;
import acorde.web.words.Words;

/** A letter in its reader's language: plain text, of which every word stands in the message files. */
public final class MailWords {
    private MailWords() {}

    public static Written write(Letter letter, MailServer server) {
        var words = Words.in(letter.to().language().equals("en") ? Language.EN : Language.ES);
        var code = letter.code();
        return code == null ? notices(letter, server, words) : code(code, server, words);
    }

    private static Written code(String code, MailServer server, Words words) {
        return new Written(
                words.say("mail.code.subject"),
                words.say("mail.code.body", code) + "\n\n" + server.page(Links.NOTICES) + "\n\n"
                        + words.say("mail.code.other") + "\n");
    }

    private static Written notices(Letter letter, MailServer server, Words words) {
        var body = new StringBuilder(words.say("mail.body")).append("\n\n");
        for (var line : letter.lines()) {
            body.append(words.say("mail.what." + line.what()));
            if (line.mark().equals("soon") || line.mark().equals("late"))
                body.append(' ').append(words.say("mail.mark." + line.mark()));
            body.append('\n')
                    .append(server.page(Findings.link(new Key(line.kind(), line.name()), "")))
                    .append("\n\n");
        }
        if (letter.more() > 0)
            body.append(words.say("mail.more", letter.more()))
                    .append('\n')
                    .append(server.page(Links.WORK))
                    .append("\n\n");
        body.append("-- \n").append(words.say("mail.foot")).append('\n').append(server.page(Links.NOTICES));
        var all = letter.lines().size() + letter.more();
        return new Written(words.say("mail.subject", all), body.append('\n').toString());
    }
}
