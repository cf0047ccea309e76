package de.postlotse.publishing.server;

import de.postlotse.lookup.ServerAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Where a configured name server answers over DNS: the setting {@code dns-address} of every kind. */
public record DnsAddress(InetSocketAddress socket) {

    /**
     * The setting as it is written.
     *
     * @param text as {@link ServerAddress} reads it
     * @throws WrongSettingException naming {@code dns-address} where it is anything else
     */
    public static DnsAddress of(@Nullable String text) {
        try {
            return new DnsAddress(ServerAddress.parse(text == null ? "" : text));
        } catch (IllegalArgumentException e) {
            throw new WrongSettingException(
                    "dns-address", "has to be an address such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353");
        }
    }

    /** {@code 192.0.2.53:5353}, {@code [2001:db8:0:0:0:0:0:53]:53}. */
    @Override
    public String toString() {
        String address = socket.getAddress().getHostAddress();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + socket.getPort();
    }
}
