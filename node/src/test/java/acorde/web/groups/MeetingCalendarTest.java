package acorde.web.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.web.words.Language;
import acorde.web.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a calendar file says of itself. */
class MeetingCalendarTest {
    private static String told(boolean cut, Language language) {
        var file = new MeetingCalendar("moc").of(List.of(), cut, "Reuniones", Words.in(language));
        var unfolded = new String(file, StandardCharsets.UTF_8).replace("\r\n ", "");
        return unfolded.lines()
                .filter(line -> line.startsWith("X-WR-CALDESC:"))
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatHasNotAllMeetingsSaysSoWhereCalendarProgramsShowIt(Language language) {
        var sentence =
                Words.in(language).say("calendar.cut").replace(",", "\\,").replace(";", "\\;");
        assertEquals("X-WR-CALDESC:" + sentence, told(true, language));
    }

    @Test
    void aFileThatHasThemAllSaysNothing() {
        assertEquals("", told(false, Language.ES));
    }
}
