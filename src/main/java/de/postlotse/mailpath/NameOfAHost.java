package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import java.util.regex.Pattern;

/** Tells names that senders look up from those that they take for none, whatever DNS has for them (RFC 1123 §2.1). */
final class NameOfAHost {

    /** As Exim's {@code dns_check_names_pattern} has it: no label begins or ends with a hyphen. */
    private static final Pattern LABEL = Pattern.compile("\\w(?:[A-Za-z0-9/_-]*\\w)?");

    private NameOfAHost() {}

    static boolean test(DomainName name) {
        return name.labels().stream().allMatch(LABEL.asMatchPredicate());
    }
}
