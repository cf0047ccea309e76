package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names that lead nowhere on the public Internet: IANA's registry of special-use domain names (RFC 6761), the names
 * reserved for documentation (RFC 2606) and {@code .internal} (ICANN 2024).
 */
public final class SpecialUseNames {

    private static final List<DomainName> RESERVED = Stream.of(
                    "alt",
                    "example",
                    "example.com",
                    "example.net",
                    "example.org",
                    "home.arpa",
                    "in-addr.arpa",
                    "internal",
                    "invalid",
                    "ip6.arpa",
                    "ipv4only.arpa",
                    "local",
                    "localhost",
                    "onion",
                    "resolver.arpa",
                    "service.arpa",
                    "6tisch.arpa",
                    "eap.arpa",
                    "eap-noob.arpa",
                    "test")
            .map(DomainName::of)
            .toList();

    private SpecialUseNames() {}

    public static boolean contains(DomainName name) {
        return RESERVED.stream().anyMatch(name::isAtOrBelow);
    }
}
