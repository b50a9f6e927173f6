package acorde.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of files that are taken: those ministries send each other, and none that a browser would run. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods");

    private final String mediaType;
    private final List<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /** As IANA registers it. */
    public String mediaType() {
        return mediaType;
    }

    /** The ends of names of such files, without the dot. */
    public List<String> endings() {
        return endings;
    }

    static Optional<FileType> ofMediaType(String text) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(text))
                .findFirst();
    }

    /** The type a file of this name claims to have. */
    static Optional<FileType> ofName(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.endings.contains(ending))
                .findFirst();
    }
}
