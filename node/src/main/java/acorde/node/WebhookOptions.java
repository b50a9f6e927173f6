package acorde.node;

import acorde.notices.Authority;
import acorde.webhooks.Range;
import acorde.webhooks.Reach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a node may tell systems that something waits. Without a host it tells none. */
final class WebhookOptions {
    @Option(names = "--webhook-host", paramLabel = "cli.label.host", description = "cli.option.run.webhook.host")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = "--webhook-network",
            paramLabel = "cli.label.network",
            description = "cli.option.run.webhook.network")
    List<String> networks = new ArrayList<>();

    @Option(
            names = "--webhook-authority",
            paramLabel = "cli.label.file",
            description = "cli.option.run.webhook.authority")
    @Nullable
    Path authority;

    /** @throws Refusal if what is said does not go together */
    Reach reach() {
        if (hosts.isEmpty()) {
            if (!networks.isEmpty() || authority != null) throw new Refusal("cli.no.webhook.host");
            return Reach.NOWHERE;
        }
        var named = new TreeSet<String>();
        for (var host : hosts)
            named.add(Reach.host(host).orElseThrow(() -> new Refusal("cli.no.webhook.host.shape", host)));
        var ranges = networks.stream()
                .map(text -> Range.read(text).orElseThrow(() -> new Refusal("cli.no.webhook.network", text)))
                .toList();
        return new Reach(named, ranges, new Authority(authority));
    }
}
