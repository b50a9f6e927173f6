package acorde.notices;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where letters are handed in, and as who.
 *
 * @param pages the address under which officers reach this node's pages, as {@code https://acorde.example}
 * @param authority certificates in PEM by which the server is believed; null for those that Java brings
 */
public record MailServer(
        Way way,
        String host,
        int port,
        @Nullable Login login,
        Address from,
        URI pages,
        @Nullable Path authority) { // what an administrator sets
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int LONGEST_PASSWORD = 1_024;

    /** How the way there is kept from others. */
    public enum Way {
        /** Not at all: only to this machine. */
        SMTP,
        /** TLS from the first byte. */
        SMTPS,
        /** TLS before anything else is said; without it nothing is sent. */
        STARTTLS
    }

    /** A name and its password, which is shown nowhere. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** @throws Unusable if it leads past this machine without TLS or is otherwise of no use */
    public MailServer {
        if (way == Way.SMTP && !isLoopback(host))
            throw new Unusable(
                    "Mail without TLS goes to this machine alone: give smtps://HOST:465 or starttls://HOST:587.",
                    "El correo sin TLS va solo a esta misma máquina: indique smtps://EQUIPO:465 o starttls://EQUIPO:587.");
        if (port < 1 || port > 65_535)
            throw new Unusable(
                    "The mail server's port is 1 to 65535.", "El puerto del servidor de correo va de 1 a 65535.");
        if (pages.getHost() == null || !Set.of("https", "http").contains(String.valueOf(pages.getScheme())))
            throw new Unusable(
                    "Give the address of the pages as https://HOST.",
                    "Indique la dirección de las páginas como https://EQUIPO.");
    }

    private static boolean isLoopback(String host) {
        try {
            for (var address : InetAddress.getAllByName(host)) if (!address.isLoopbackAddress()) return false;
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Reads {@code smtps://HOST:PORT}, {@code starttls://HOST:PORT} or {@code smtp://HOST:PORT}. */
    public static MailServer of( // an address and what goes with it
            URI server, @Nullable Login login, Address from, URI pages, @Nullable Path authority) {
        var scheme = String.valueOf(server.getScheme()).toUpperCase(Locale.ROOT);
        for (var way : Way.values())
            if (way.name().equals(scheme) && server.getHost() != null && server.getUserInfo() == null)
                return new MailServer(way, server.getHost(), server.getPort(), login, from, pages, authority);
        throw new Unusable(
                "Give the mail server as smtps://HOST:465, starttls://HOST:587 or, on this machine, smtp://localhost:25.",
                "Indique el servidor de correo como smtps://EQUIPO:465, starttls://EQUIPO:587 o, en esta misma máquina,"
                        + " smtp://localhost:25.");
    }

    /** A password from a file that its owner alone can read. @throws Unusable if others can */
    public static Login login(String user, Path file) {
        try {
            var view = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            var attributes = Optional.ofNullable(view).map(MailServer::attributes);
            if (attributes.filter(rights -> OWNER.containsAll(rights)).isEmpty())
                throw new Unusable(
                        "Only its owner may read the file of the mail password: chmod 600 " + file,
                        "Solo su dueño puede leer el archivo de la contraseña del correo: chmod 600 " + file);
            if (Files.size(file) > LONGEST_PASSWORD)
                throw new Unusable(
                        "The file of the mail password holds more than a password.",
                        "El archivo de la contraseña del correo contiene más que una contraseña.");
            var password = Files.readString(file).strip();
            if (password.isEmpty())
                throw new Unusable(
                        "The file of the mail password is empty.",
                        "El archivo de la contraseña del correo está vacío.");
            return new Login(user, password);
        } catch (IOException e) {
            throw new Unusable(
                    "The file of the mail password cannot be read: " + file,
                    "El archivo de la contraseña del correo no se puede leer: " + file);
        }
    }

    private static Set<PosixFilePermission> attributes(PosixFileAttributeView view) {
        try {
            return view.readAttributes().permissions();
        } catch (IOException e) {
            return Set.of(PosixFilePermission.OTHERS_READ); // refused by the caller
        }
    }

    /** The address of a page. @param path as {@code /work} */
    public String page(String path) {
        return pages.toString().replaceAll("/+$", "") + path;
    }
}
