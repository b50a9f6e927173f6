package acorde.web.groups;

import acorde.files.Attachment;
import acorde.files.Files;
import acorde.offices.Officer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Files that were ticked in a form, to go with what is said by it. */
final class Ticked {
    private Ticked() {}

    /** One that was let go meanwhile is missed, or an act would be signed without what belongs to it. */
    static List<Attachment> files(HttpServletRequest request, Officer officer, Files files) {
        var ticked = request.getParameterValues("file");
        if (ticked == null) return List.of();
        if (ticked.length > Attachment.MOST) throw new Typing.Unreadable("", "typed.files");
        return Arrays.stream(ticked)
                .map(id -> id.matches("[0-9]{1,15}")
                        ? files.choose(officer.person(), Long.parseLong(id))
                        : Optional.<Attachment>empty())
                .map(found -> found.orElseThrow(() -> new Typing.Unreadable("", "typed.file.gone")))
                .toList();
    }
}
