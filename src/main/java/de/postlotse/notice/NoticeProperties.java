package de.postlotse.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How customers are told by mail, where {@code spring.mail.host} is configured.
 *
 * @param from the sender of the mails that tell customers what staff changed, with a name or without; required with
 *     spring.mail.host
 * @param baseUrl where customers find this application, for links in mails; without it there are none
 * @param mailEvery how often to look for something to be mailed
 * @param collectFor how old a notice has to be before it is mailed, so that many changes become one mail
 * @param healthAfter how long a domain has to be broken, or fine again, before those who want to know are mailed, and the
 *     least time between two such mails to an account
 * @param healthAgainAfter the least time between the mail that a domain is fine again and the next that it is broken
 */
@Validated
@ConfigurationProperties("postlotse.notice")
record NoticeProperties(
        @Nullable String from,
        @Nullable URI baseUrl,
        @DurationMin(seconds = 1) @DefaultValue("1m") Duration mailEvery,
        @DurationMin @DefaultValue("1m") Duration collectFor,
        @DurationMin @DefaultValue("10m") Duration healthAfter,
        @DurationMin @DefaultValue("6h") Duration healthAgainAfter) {

    /** @throws IllegalStateException where it is missing or no address */
    InternetAddress requireFrom() {
        try {
            return new InternetAddress(from == null ? "" : from, true);
        } catch (AddressException e) {
            throw new IllegalStateException(
                    "postlotse.notice.from must be the address of the sender where spring.mail.host is set", e);
        }
    }

    /** Where a page is found, if that is known. */
    Optional<String> link(String path) {
        return Optional.ofNullable(baseUrl).map(base -> base.toString().replaceFirst("/+$", "") + path);
    }
}
