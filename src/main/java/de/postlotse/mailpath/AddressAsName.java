package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import java.util.regex.Pattern;

/** Tells names that are really addresses, which an MX record cannot have (RFC 1035 §3.3.9). */
final class AddressAsName {

    private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4]\\d|1?\\d?\\d");

    private AddressAsName() {}

    static boolean test(DomainName name) {
        boolean ipv4 = name.labels().size() == 4 && name.labels().stream().allMatch(OCTET.asMatchPredicate());
        return ipv4 || name.toString().indexOf(':') >= 0;
    }
}
