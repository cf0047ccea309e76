package de.postlotse.support;

import de.postlotse.store.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * What the list of findings is narrowed to; null where any will do.
 *
 * @param subject a mail server or a name server that findings of that kind are about; without a kind a mail server
 * @param customer a customer number
 * @param nameServer where the zones live
 * @param tld the last label of the zones, as an A-label
 */
public record FindingFilter(
        @Nullable FindingKind kind,
        @Nullable String subject,
        @Nullable String customer,
        @Nullable String nameServer,
        @Nullable String tld,
        @Nullable FindingAge age,
        WantedStanding standing) {

    public FindingFilter {
        subject = given(subject);
        customer = given(customer);
        nameServer = given(nameServer);
        tld = given(tld);
    }

    public static final FindingFilter OPEN = new FindingFilter(null, null, null, null, null, null, WantedStanding.OPEN);

    /** Whether the zones of incidents are listed one by one. */
    boolean resolvesIncidents() {
        return customer != null || subject != null;
    }

    /** Blank is any. */
    private static @Nullable String given(@Nullable String value) {
        String text = StorableText.of(value);
        return text.isEmpty() ? null : text;
    }
}
