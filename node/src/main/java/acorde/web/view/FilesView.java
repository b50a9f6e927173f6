package acorde.web.view;

import acorde.files.Begun;
import acorde.files.FileType;
import acorde.files.Upload;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files an officer has lying ready, and the form that sends one.
 *
 * @param ready newest first
 * @param begun those that are on their way
 * @param sent that which has just come; null if none has
 * @param declined the key of the sentence that says why the last one was not taken; empty if none was refused
 */
public record FilesView(
        List<Upload> ready, List<Begun> begun, @Nullable Upload sent, String declined) {
    public FilesView {
        ready = List.copyOf(ready);
        begun = List.copyOf(begun);
    }

    /** What the browser offers for choosing: {@code .pdf,.png,…}. */
    public static String endings() {
        return Arrays.stream(FileType.values())
                .flatMap(type -> type.endings().stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }
}
