package de.postlotse.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are told by mail, which they are where {@code spring.mail.host} is configured.
 *
 * @param from the address that mails come from, with a name or without; needed then
 * @param baseUrl where customers find this application; without it mails have no link
 * @param mailEvery how often it is looked for something to be mailed
 * @param collectFor how old a notice is at least when it is mailed, so that many changes become one mail
 */
@ConfigurationProperties("postlotse.notice")
record NoticeProperties(
        @Nullable String from,
        @Nullable URI baseUrl,
        @DefaultValue("1m") Duration mailEvery,
        @DefaultValue("1m") Duration collectFor) {

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
