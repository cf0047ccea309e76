package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;

/** What DNS says of a server once its alias is followed. */
sealed interface ServerAnswer {

    /** The addresses of the end of its aliases, IPv6 first as senders take them. */
    record Found(DomainName canonical, List<InetAddress> addresses) implements ServerAnswer {

        public Found {
            addresses = addresses.stream()
                    .sorted(Comparator.comparing(address -> address.getAddress().length == 4))
                    .toList();
        }
    }

    /** It leads nowhere, for certain. */
    record Missing(Fate fate) implements ServerAnswer {}

    /** It cannot be told now. */
    record Unknown() implements ServerAnswer {}

    /** Nobody asked. */
    record NotExamined() implements ServerAnswer {}
}
