package acorde.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Whether a file is of the type its name says, by its first bytes, its last MiB and, for text, every byte. Nothing is unpacked: of an archive
 * only the table of names at its end is read. Fed with the chunks in order, holds two of them.
 */
final class Look {
    /** Bytes at the beginning in which a text must not look like a page. */
    private static final int HEAD = 4_096;

    private static final int END_OF_ARCHIVE = 0x06054b50;
    private static final int NAME_IN_ARCHIVE = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int NAME_SIZE = 46;

    private static final List<String> PAGES =
            List.of("<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<object", "<?xml", "<math");

    private final FileType type;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private ByteBuffer undecoded = ByteBuffer.allocate(0);
    private byte[] head = {};
    private byte[] tail = {};
    private boolean good = true;

    Look(FileType type) {
        this.type = type;
    }

    /** @return whether it may still be of its type */
    boolean take(byte[] chunk) {
        if (head.length == 0) {
            head = Arrays.copyOf(chunk, Math.min(HEAD, chunk.length));
            good = begins();
        }
        if (isText()) good = good && decodes(chunk, false);
        else tail = last(tail, chunk);
        return good;
    }

    /** @return whether it is of its type, now that all of it has been seen */
    boolean end() {
        return good
                && switch (type) {
                    case TEXT, CSV -> decodes(new byte[0], true);
                    case PDF, PNG, JPEG -> true;
                    case XLSX -> holds("xl/workbook.xml");
                    case DOCX -> holds("word/document.xml");
                    case ODS -> holds("content.xml");
                };
    }

    private boolean isText() {
        return type == FileType.TEXT || type == FileType.CSV;
    }

    private boolean begins() {
        return switch (type) {
            case PDF -> begins("255044462d");
            case PNG -> begins("89504e470d0a1a0a0000000d49484452");
            case JPEG -> begins("ffd8ff");
            case XLSX, DOCX -> begins("504b0304");
            // The specification of OpenDocument puts the type first and not compressed, so that it can be seen here.
            case ODS -> begins("504b0304") && latin(head).startsWith("mimetype" + type.mediaType(), 30);
            case TEXT, CSV -> !looksLikeAPage();
        };
    }

    private boolean begins(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }

    private boolean looksLikeAPage() {
        var text = latin(head).toLowerCase(Locale.ROOT);
        return PAGES.stream().anyMatch(text::contains);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private boolean decodes(byte[] chunk, boolean last) {
        var bytes = ByteBuffer.allocate(undecoded.remaining() + chunk.length)
                .put(undecoded)
                .put(chunk)
                .flip();
        var text = CharBuffer.allocate(1 << 13);
        while (true) {
            var result = decoder.decode(bytes, text, last);
            for (var each : text.flip().toString().toCharArray()) if (isControl(each)) return false;
            text.clear();
            if (result.isError()) return false;
            if (result.isUnderflow()) break;
        }
        undecoded = bytes;
        return true;
    }

    private static boolean isControl(char each) {
        return Character.isISOControl(each) && each != '\n' && each != '\r' && each != '\t' && each != '\f';
    }

    private static byte[] last(byte[] before, byte[] chunk) {
        if (chunk.length >= Attachment.CHUNK || before.length == 0) return chunk;
        var keep = Math.min(before.length, Attachment.CHUNK);
        var both = Arrays.copyOfRange(before, before.length - keep, before.length + chunk.length);
        System.arraycopy(chunk, 0, both, keep, chunk.length);
        return both;
    }

    /** Whether an archive names this part, and none with programs in it. */
    private boolean holds(String part) {
        var names = names();
        return names.contains(part)
                && names.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .noneMatch(name -> name.endsWith("vbaproject.bin")
                                || name.startsWith("basic/")
                                || name.startsWith("scripts/"));
    }

    /** The names in the table at the end of an archive; none if it is not there, or longer than what is kept of the end. */
    private List<String> names() {
        var bytes = ByteBuffer.wrap(tail).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        var end = tail.length - END_SIZE;
        while (end >= 0 && bytes.getInt(end) != END_OF_ARCHIVE) end--;
        if (end < 0) return List.of();
        var names = new ArrayList<String>();
        var at = end - Integer.toUnsignedLong(bytes.getInt(end + 12));
        while (at >= 0 && at + NAME_SIZE <= end && bytes.getInt((int) at) == NAME_IN_ARCHIVE) {
            var from = (int) at;
            var name = Short.toUnsignedInt(bytes.getShort(from + 28));
            var rest = Short.toUnsignedInt(bytes.getShort(from + 30)) + Short.toUnsignedInt(bytes.getShort(from + 32));
            if (from + NAME_SIZE + name > end) return List.of();
            names.add(new String(tail, from + NAME_SIZE, name, StandardCharsets.UTF_8));
            at += NAME_SIZE + name + rest;
        }
        return at == end ? names : List.of();
    }
}
