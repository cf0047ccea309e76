package de.postlotse.lookup;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads where a server answers over DNS, as operators write it. Only addresses: to look a name up could need the very
 * server that is named.
 */
public final class ServerAddress {

    private static final Pattern SYNTAX = Pattern.compile(
            "(?<v4>[0-9.]+)(:(?<p4>[0-9]{1,5}))?|\\[(?<v6>[0-9A-Fa-f:.]+)](:(?<p6>[0-9]{1,5}))?|(?<bare>[0-9A-Fa-f:.]+)");
    private static final int DNS_PORT = 53;

    private ServerAddress() {}

    /**
     * The address and the port, which is 53 where none is given.
     *
     * @param text {@code 192.0.2.53}, {@code 192.0.2.53:5353}, {@code 2001:db8::53} or {@code [2001:db8::53]:5353}
     * @throws IllegalArgumentException where it is anything else
     */
    public static InetSocketAddress parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no address: " + text);
        }
        String v4 = matcher.group("v4");
        String v6 = matcher.group("v6");
        String port = v4 != null ? matcher.group("p4") : matcher.group("p6");
        int number = port == null ? DNS_PORT : Integer.parseInt(port);
        if (number == 0) {
            throw new IllegalArgumentException("port 0: " + text);
        }
        return new InetSocketAddress(
                IpLiteral.parse(v4 != null ? v4 : v6 != null ? v6 : matcher.group("bare")), number);
    }
}
