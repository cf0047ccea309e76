package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import java.net.InetAddress;
import java.util.List;

/**
 * One server of a group.
 *
 * @param name as the MX record has it
 * @param canonical where its aliases end; the name itself where it is none
 * @param addresses all that DNS knows, IPv6 first
 * @param attempted those of them that no server before has, and none where it is left out
 */
public record Server(
        DomainName name, DomainName canonical, List<InetAddress> addresses, List<InetAddress> attempted, Fate fate) {

    public Server {
        addresses = List.copyOf(addresses);
        attempted = List.copyOf(attempted);
    }

    public boolean isAlias() {
        return !name.equals(canonical);
    }
}
