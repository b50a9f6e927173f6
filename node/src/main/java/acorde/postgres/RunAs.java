package acorde.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom the programs of PostgreSQL run, since they refuse to run as root.
 *
 * <p>An ordinary user runs them as itself. Root enters a user namespace of its own, where it looks like an ordinary
 * user and the files stay root's; where that is forbidden (some containers) it becomes a service user and gives it the
 * data.
 *
 * @param user the name to show
 * @param prefix the words before the program
 * @param owner {@code uid:gid} the data must belong to, empty when they belong to the user of this program
 */
record RunAs(String user, List<String> prefix, String owner) {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> SERVICE_USERS = List.of("acorde", "postgres", "nobody");

    RunAs {
        prefix = List.copyOf(prefix);
    }

    static RunAs choose(Path data) throws IOException {
        int uid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (uid != 0) {
            return new RunAs(System.getProperty("user.name", "?"), List.of(), "");
        }
        if (Files.isDirectory(data)) {
            int owner = (int) Files.getAttribute(data, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            if (owner != 0) {
                int group = (int) Files.getAttribute(data, "unix:gid", LinkOption.NOFOLLOW_LINKS);
                return service(Files.getOwner(data).getName(), owner + ":" + group);
            }
        }
        var namespace = new RunAs("root", List.of("unshare", "-U", "--"), "");
        if (namespace.works()) {
            return namespace;
        }
        for (String name : SERVICE_USERS) {
            var uidOfName = Command.run(SOON, List.of("id", "-u", name));
            var gidOfName = Command.run(SOON, List.of("id", "-g", name));
            if (uidOfName.succeeded() && gidOfName.succeeded()) {
                return service(
                        name,
                        uidOfName.output().strip() + ":" + gidOfName.output().strip());
            }
        }
        throw new DatabaseUnavailable(Trouble.ROOT_REFUSED, String.join(", ", SERVICE_USERS));
    }

    /** By setpriv, which becomes the server; runuser would stay in between and keep signals from it. */
    private static RunAs service(String name, String owner) {
        String[] ids = owner.split(":", 2);
        var service = new RunAs(
                name, List.of("setpriv", "--reuid=" + ids[0], "--regid=" + ids[1], "--clear-groups", "--"), owner);
        if (!service.works()) {
            throw new DatabaseUnavailable(Trouble.ROOT_REFUSED, name);
        }
        return service;
    }

    /** The words that run {@code program} with {@code arguments} as this user. */
    List<String> words(Path program, List<String> arguments) {
        var words = new ArrayList<>(prefix);
        words.add(program.toString());
        words.addAll(arguments);
        return words;
    }

    /** Gives {@code place} and all in it to this user, when it is another one than that of this program. */
    void own(Path place) throws IOException {
        if (owner.isEmpty()
                || owner.equals(Files.getAttribute(place, "unix:uid") + ":" + Files.getAttribute(place, "unix:gid"))) {
            return;
        }
        var outcome = Command.run(Duration.ofMinutes(5), List.of("chown", "-R", owner, place.toString()));
        if (!outcome.succeeded()) {
            throw new IOException("chown " + owner + " " + place + ": " + outcome.output());
        }
    }

    /** Refuses when this user cannot enter {@code folder}: somewhere above it a folder is closed to others. */
    void insistOnReaching(Path folder) {
        if (!Command.run(SOON, words(Path.of("test"), List.of("-x", folder.toString())))
                .succeeded()) {
            throw new DatabaseUnavailable(Trouble.NOT_REACHABLE_AS, folder, user);
        }
    }

    private boolean works() {
        return Command.run(SOON, words(Path.of("true"), List.of())).succeeded();
    }
}
