package acorde.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What another Java process holds in its heap: asked for with the tools of the JDK, of a process with the serial collector, as nodes are. */
record Heap(long pid) {
    private static final Pattern TENURED = Pattern.compile("Tenured +total [0-9]+K, used ([0-9]+)K");

    /** MiB in use after a collection of everything, which holds the process up for a moment. */
    double held() throws IOException, InterruptedException {
        ask("GC.run");
        var found = TENURED.matcher(ask("GC.heap_info"));
        if (!found.find()) throw new IllegalStateException("process " + pid + " has another collector");
        return Long.parseLong(found.group(1)) / 1024.0;
    }

    private String ask(String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(said);
        return said;
    }
}
