package acorde.web.groups;

import acorde.offices.Token;
import acorde.web.words.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reader's meetings as a calendar, and the address under which a calendar program reads them.
 *
 * @param address told once, when it was made; empty otherwise
 * @param live the address that is in force; null if there is none
 * @param groups those that have called a meeting
 */
public record CalendarView(String address, @Nullable Token live, String declined, List<Group> groups) {
    public record Group(String code, Bilingual title) {}

    public CalendarView {
        groups = List.copyOf(groups);
    }
}
