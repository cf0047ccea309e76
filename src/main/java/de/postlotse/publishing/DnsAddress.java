package de.postlotse.publishing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Address;

/**
 * Where a configured name server answers over DNS: the setting {@code dns-address} of every kind. Only addresses, since
 * looking a name up could need the very server that is named.
 */
public final class DnsAddress {

    private static final Pattern SYNTAX = Pattern.compile(
            "(?<v4>[0-9.]+)(:(?<p4>[0-9]{1,5}))?|\\[(?<v6>[0-9A-Fa-f:.]+)](:(?<p6>[0-9]{1,5}))?|(?<bare>[0-9A-Fa-f:.]+)");

    private static final int DNS_PORT = 53;

    private final InetSocketAddress socket;

    private DnsAddress(InetSocketAddress socket) {
        this.socket = socket;
    }

    /**
     * The setting as it is written; the port is 53 where none is given.
     *
     * @param text {@code 192.0.2.53}, {@code 192.0.2.53:5353}, {@code 2001:db8::53} or {@code [2001:db8::53]:5353}
     * @throws WrongSettingException naming {@code dns-address} where it is anything else
     */
    public static DnsAddress of(@Nullable String text) {
        Matcher matcher = SYNTAX.matcher(text == null ? "" : text.strip());
        if (!matcher.matches()) {
            throw refusal(null);
        }
        try {
            return new DnsAddress(new InetSocketAddress(address(matcher), port(matcher)));
        } catch (IllegalArgumentException | UnknownHostException e) {
            throw refusal(e);
        }
    }

    public InetSocketAddress socket() {
        return socket;
    }

    private static InetAddress address(Matcher matcher) throws UnknownHostException {
        String v4 = matcher.group("v4");
        String v6 = matcher.group("v6");
        return Address.getByAddress(v4 != null ? v4 : v6 != null ? v6 : matcher.group("bare"));
    }

    private static int port(Matcher matcher) {
        String port = matcher.group("v4") != null ? matcher.group("p4") : matcher.group("p6");
        int number = port == null ? DNS_PORT : Integer.parseInt(port);
        if (number == 0) {
            throw new IllegalArgumentException("port 0");
        }
        return number;
    }

    private static WrongSettingException refusal(@Nullable Exception cause) {
        WrongSettingException refusal = new WrongSettingException(
                "dns-address", "has to be an address such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DnsAddress that && socket.equals(that.socket);
    }

    @Override
    public int hashCode() {
        return socket.hashCode();
    }

    /** {@code 192.0.2.53:5353}, {@code [2001:db8:0:0:0:0:0:53]:53}. */
    @Override
    public String toString() {
        String address = socket.getAddress().getHostAddress();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + socket.getPort();
    }
}
