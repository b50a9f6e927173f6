package acorde.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.notices.Authority;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where a node may send: what its operator named, and nothing that an administrator types. */
class ReachTest {
    private static Reach reach(List<Range> networks, String... hosts) {
        return new Reach(new TreeSet<>(Set.of(hosts)), networks, new Authority(null));
    }

    private static boolean may(String address, Range... networks) {
        return reach(List.of(networks)).mayReach(InetAddress.ofLiteral(address));
    }

    @Test
    void anAddressIsHttpsWithoutUserOrFragment() {
        for (var good : List.of("https://siem.example", "https://siem.example:8443/in?key=1", "https://[2600::1]/"))
            assertEquals(Optional.of(URI.create(good)), Reach.address(" " + good + " "), good);
        for (var wrong : List.of(
                "",
                "siem.example",
                "http://siem.example/",
                "ftp://siem.example/",
                "https://",
                "https:///in",
                "https://user:password@siem.example/",
                "https://siem.example/#in",
                "https://siem.example:0/",
                "https://siem.example:65536/",
                "https://siém.example/",
                "https://siem.example/é",
                "https://siem.example/in\r\nHost: other",
                "https://siem.example/\0",
                "https://siem.example\\@other.example/",
                "https://siem.example/" + "x".repeat(300))) assertEquals(Optional.empty(), Reach.address(wrong), wrong);
    }

    @Test
    void aHostIsOneThatTheOperatorNamedWithItsPort() {
        var reach = reach(List.of(), "siem.example:443", "other.example:8443");
        for (var good : List.of("https://siem.example/", "https://SIEM.example:443/", "https://other.example:8443/x"))
            assertTrue(reach.has(URI.create(good)), good);
        for (var wrong : List.of("https://siem.example:8443/", "https://other.example/", "https://a.siem.example/"))
            assertFalse(reach.has(URI.create(wrong)), wrong);
        assertEquals(Optional.of("siem.example:443"), Reach.host("SIEM.example"));
        for (var wrong : List.of("", "https://siem.example", "siem.example:", "siem.example:0", "a b", "*.example"))
            assertEquals(Optional.empty(), Reach.host(wrong), wrong);
    }

    @Test
    void whatIsNotOfThePublicInternetIsReachedOnlyIfTheOperatorNamedItsNetwork() {
        for (var open : List.of("8.8.8.8", "190.5.1.1", "2600::1")) assertTrue(may(open), open);
        for (var closed : List.of(
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1",
                "ff02::1")) assertFalse(may(closed), closed);
        var mine = Range.of("10.20.0.0/16");
        assertTrue(may("10.20.255.1", mine));
        assertFalse(may("10.21.0.1", mine));
        assertFalse(may("fd12::1", mine));
        assertTrue(may("fd12::1", Range.of("fd12::/16")));
    }

    @Test
    void aNetworkIsAnAddressAndHowManyBitsItShares() {
        for (var wrong : List.of("", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "siem.example/8", "::/129", "10.0.0.0/-1"))
            assertEquals(Optional.empty(), Range.read(wrong), wrong);
        assertTrue(Range.of("0.0.0.0/0").has(InetAddress.ofLiteral("190.5.1.1")));
        assertFalse(Range.of("10.0.0.1/32").has(InetAddress.ofLiteral("10.0.0.2")));
    }
}
