package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import java.util.regex.Pattern;

/**
 * Names below {@code invalid} (RFC 6761 §6.4) that stand in an MX record for a while, to prove whose the domain is:
 * Microsoft asks for {@code ms12345678.msv1.invalid} where no TXT record can be set. No server stands behind them.
 */
final class VerificationNames {

    private static final Pattern MICROSOFT = Pattern.compile("ms\\d{1,20}\\.msv\\d\\.invalid");

    private VerificationNames() {}

    static boolean contains(DomainName name) {
        return MICROSOFT.matcher(name.toString()).matches();
    }
}
