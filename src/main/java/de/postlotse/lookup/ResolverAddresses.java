package de.postlotse.lookup;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ResolverConfig;

/** Reads {@code postlotse.dns.resolvers}. Only addresses: a resolver's name could not be resolved without one. */
final class ResolverAddresses {

    private static final Pattern SYNTAX = Pattern.compile(
            "(?<v4>[0-9.]+)(:(?<p4>[0-9]{1,5}))?|\\[(?<v6>[^\\]]+)](:(?<p6>[0-9]{1,5}))?|(?<bare>[0-9A-Fa-f:.]+)");

    private static final int DNS_PORT = 53;

    private ResolverAddresses() {}

    /**
     * The configured resolvers, or the system's where there are none.
     *
     * @throws IllegalArgumentException naming the property where an entry is no address
     */
    static List<InetSocketAddress> of(List<String> configured) {
        return configured.isEmpty()
                ? List.copyOf(ResolverConfig.getCurrentConfig().servers())
                : configured.stream().map(ResolverAddresses::parse).toList();
    }

    private static InetSocketAddress parse(String entry) {
        Matcher matcher = SYNTAX.matcher(entry.strip());
        try {
            if (matcher.matches()) {
                return new InetSocketAddress(address(matcher), port(matcher));
            }
        } catch (IllegalArgumentException e) {
            throw refusal(entry, e);
        }
        throw refusal(entry, null);
    }

    private static InetAddress address(Matcher matcher) {
        String v4 = matcher.group("v4");
        String v6 = matcher.group("v6");
        return IpLiteral.parse(v4 != null ? v4 : v6 != null ? v6 : matcher.group("bare"));
    }

    private static int port(Matcher matcher) {
        String port = matcher.group("v4") != null ? matcher.group("p4") : matcher.group("p6");
        int number = port == null ? DNS_PORT : Integer.parseInt(port);
        if (number == 0) {
            throw new IllegalArgumentException("port 0");
        }
        return number;
    }

    private static IllegalArgumentException refusal(String entry, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "postlotse.dns.resolvers: \"" + entry
                        + "\" is no resolver; expected an address such as 192.0.2.1, 192.0.2.1:5353 or [2001:db8::1]:5353",
                cause);
    }
}
