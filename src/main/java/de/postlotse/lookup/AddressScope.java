package de.postlotse.lookup;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses that the whole internet can reach from those that only some network can, after the IANA registries of
 * special-purpose addresses (RFC 6890). The JDK's own predicates do not know unique-local, shared or documentation
 * addresses.
 */
public final class AddressScope {

    private static final List<Block> IPV4_LOCAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Anycast addresses of PCP and TURN inside of 192.0.0.0/24 (RFC 7723, RFC 8155). */
    private static final List<Block> IPV4_GLOBAL_AFTER_ALL = blocks("192.0.0.9/32", "192.0.0.10/32");

    private static final Block IPV6_GLOBAL_UNICAST = Block.of("2000::/3");

    private static final List<Block> IPV6_LOCAL = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Assignments inside of 2001::/23 that are reachable: anycast, AMT, AS112, ORCHIDv2, drone remote identification. */
    private static final List<Block> IPV6_GLOBAL_AFTER_ALL = blocks(
            "2001:1::1/128",
            "2001:1::2/128",
            "2001:1::3/128",
            "2001:3::/32",
            "2001:4:112::/48",
            "2001:20::/28",
            "2001:30::/28");

    /** The well-known prefix of NAT64 (RFC 6052 §2.1): as reachable as the IPv4 address at its end. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private AddressScope() {}

    /**
     * Whether a sender anywhere on the internet can be expected to reach the address.
     *
     * @param address a v4-mapped IPv6 address ({@code ::ffff:a.b.c.d}) is not reachable, whatever it maps: it never
     *     appears on the wire (RFC 4291 §2.5.5.2). Note that {@link InetAddress#getByAddress(byte[])} turns it into an
     *     {@link Inet4Address}, which is judged as one.
     */
    public static boolean isGloballyReachable(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isGlobalIpv4(bytes) : isGlobalIpv6(bytes);
    }

    private static boolean isGlobalIpv4(byte[] address) {
        return isIn(IPV4_GLOBAL_AFTER_ALL, address) || !isIn(IPV4_LOCAL, address);
    }

    private static boolean isGlobalIpv6(byte[] address) {
        if (NAT64.contains(address)) {
            return isGlobalIpv4(Arrays.copyOfRange(address, 12, 16));
        }
        return isIn(IPV6_GLOBAL_AFTER_ALL, address)
                || (IPV6_GLOBAL_UNICAST.contains(address) && !isIn(IPV6_LOCAL, address));
    }

    private static boolean isIn(List<Block> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<Block> blocks(String... prefixes) {
        return Stream.of(prefixes).map(Block::of).toList();
    }

    private record Block(byte[] network, int length) {

        static Block of(String prefix) {
            String[] parts = prefix.split("/");
            return new Block(IpLiteral.parse(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean contains(byte[] address) {
            int whole = length / Byte.SIZE;
            int mask = 0xff00 >> (length % Byte.SIZE) & 0xff;
            return address.length == network.length
                    && Arrays.equals(address, 0, whole, network, 0, whole)
                    && (mask == 0 || ((address[whole] ^ network[whole]) & mask) == 0);
        }
    }
}
