package acorde.files;

import acorde.trustlog.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files for tests. */
final class Sample {
    private Sample() {}

    static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    /** A PDF by its first bytes, with a body that no other seed has. */
    static byte[] pdf(int size, long seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(text("%PDF-1.7"), 0, bytes, 0, 8);
        return bytes;
    }

    static byte[] archive(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("EJERCICIO"));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An archive that begins with its type, not compressed, as OpenDocument has it. */
    static byte[] openDocument(String type) {
        var bytes = new ByteArrayOutputStream();
        var content = text(type);
        var crc = new CRC32();
        crc.update(content);
        var first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(content.length);
        first.setCrc(crc.getValue());
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(first);
            zip.write(content);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(text("<x/>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The file as an act would name it. */
    static Attachment named(String name, byte[] bytes) {
        var chunks = new ArrayList<Hash>();
        for (var at = 0; at < bytes.length; at += Attachment.CHUNK)
            chunks.add(Hash.sha256(
                    java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + Attachment.CHUNK))));
        return new Attachment(name, FileType.ofName(name).orElseThrow(), bytes.length, Hash.sha256(bytes), chunks);
    }

    /** A PDF of any length that is nowhere held, in chunks all different. */
    static InputStream pdfOf(long size) {
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (at >= size) return -1;
                var read = (int) Math.min(length, size - at);
                for (var i = 0; i < read; i++, at++)
                    target[offset + i] = at < 8 ? text("%PDF-1.7")[(int) at] : (byte) (at ^ at >> 8 ^ at >> 20);
                return read;
            }
        };
    }
}
