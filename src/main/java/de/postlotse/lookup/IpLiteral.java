package de.postlotse.lookup;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;

/** Makes addresses without ever asking a resolver, and without losing which family they were written in. */
public final class IpLiteral {

    private IpLiteral() {}

    /** @throws IllegalArgumentException where the text is neither an IPv4 nor an IPv6 address */
    public static InetAddress parse(String text) {
        try {
            return Address.getByAddress(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + text, e);
        }
    }

    public static InetAddress of(ARecord record) {
        try {
            return InetAddress.getByAddress("", record.rdataToWireCanonical());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not 4 octets: " + record, e);
        }
    }

    /**
     * The address of an AAAA record, always as an {@link Inet6Address}: {@link InetAddress#getByAddress(byte[])} would
     * make a public IPv4 address of {@code ::ffff:8.8.8.8}, which no sender can use.
     */
    public static InetAddress of(AAAARecord record) {
        try {
            return Inet6Address.getByAddress("", record.rdataToWireCanonical(), -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not 16 octets: " + record, e);
        }
    }
}
