package acorde.webhooks;

import acorde.notices.Authority;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where this node may send, as its operator said when it was started: nowhere else, whatever an administrator types.
 *
 * @param hosts each as {@code host:port}, in small letters
 * @param networks that are not of the public internet and to which it may send all the same
 * @param authority by which receivers are believed
 */
public record Reach(SortedSet<String> hosts, List<Range> networks, Authority authority) {
    /** A node that sends nowhere. */
    public static final Reach NOWHERE = new Reach(Collections.emptySortedSet(), List.of(), new Authority(null));

    private static final int LONGEST = 300;
    private static final int HTTPS = 443;
    private static final int PORTS = 65_535;

    /** A name or an address, and a port. */
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}])(:([0-9]{1,5}))?");

    /** Of IPv6 all that is routed in public begins so (IANA, IPv6 global unicast). */
    private static final Range PUBLIC_6 = Range.of("2000::/3");

    /** Networks that are not of the public internet, or lead on to such (IANA, special-purpose address registries). */
    private static final List<Range> SPECIAL = List.of(
            Range.of("0.0.0.0/8"),
            Range.of("10.0.0.0/8"),
            Range.of("100.64.0.0/10"),
            Range.of("127.0.0.0/8"),
            Range.of("169.254.0.0/16"),
            Range.of("172.16.0.0/12"),
            Range.of("192.0.0.0/24"),
            Range.of("192.0.2.0/24"),
            Range.of("192.88.99.0/24"),
            Range.of("192.168.0.0/16"),
            Range.of("198.18.0.0/15"),
            Range.of("198.51.100.0/24"),
            Range.of("203.0.113.0/24"),
            Range.of("224.0.0.0/3"),
            Range.of("2001::/23"),
            Range.of("2001:db8::/32"),
            Range.of("2002::/16"),
            Range.of("3fff::/20"));

    public Reach {
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        networks = List.copyOf(networks);
    }

    /** Reads {@code host} or {@code host:port}, and gives the latter; empty if {@code text} is neither. */
    public static Optional<String> host(String text) {
        var match = HOST.matcher(text.toLowerCase(Locale.ROOT));
        if (!match.matches()) return Optional.empty();
        var port = match.group(4) == null ? HTTPS : Integer.parseInt(match.group(4));
        return port < 1 || port > PORTS ? Optional.empty() : Optional.of(match.group(1) + ":" + port);
    }

    /** What somebody typed; empty if it is no address of HTTPS, or holds a name and a password. */
    static Optional<URI> address(String typed) {
        var text = typed.strip();
        if (text.length() > LONGEST) return Optional.empty();
        try {
            var address = new URI(text);
            var plain = "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && text.equals(address.toASCIIString())
                    && host(address.getRawAuthority()).isPresent();
            return plain ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    static int port(URI address) {
        return address.getPort() < 0 ? HTTPS : address.getPort();
    }

    /** Whether the operator named its host and port. */
    boolean has(URI address) {
        return host(address.getRawAuthority()).filter(hosts::contains).isPresent();
    }

    /** The one to connect to: looked up once, so that what was looked at is what is connected to. Empty if there is none to which it may send. */
    Optional<InetAddress> look(URI address) {
        if (!has(address)) return Optional.empty();
        try {
            for (var each : InetAddress.getAllByName(address.getHost())) if (mayReach(each)) return Optional.of(each);
        } catch (UnknownHostException _) {
            // nobody is called so, or nobody answers who would know
        }
        return Optional.empty();
    }

    boolean mayReach(InetAddress address) {
        if (networks.stream().anyMatch(network -> network.has(address))) return true;
        if (SPECIAL.stream().anyMatch(network -> network.has(address))) return false;
        return address.getAddress().length == 4 || PUBLIC_6.has(address);
    }
}
