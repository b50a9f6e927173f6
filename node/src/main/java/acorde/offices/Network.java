package acorde.offices;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * From where somebody calls whom nobody knows: one address of IPv4, or the 48 bits of IPv6 that one site is given, of which it has all the rest.
 *
 * @param value what addresses of one network have alike; for no eyes
 */
public record Network(String value) {
    /** @param address in its usual writing; what is none is a network of its own */
    public static Network of(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return new Network(Arrays.toString(bytes.length == 16 ? Arrays.copyOf(bytes, 6) : bytes));
        } catch (IllegalArgumentException e) {
            return new Network(address);
        }
    }
}
