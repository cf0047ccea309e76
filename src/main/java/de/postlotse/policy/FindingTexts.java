package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.Ttl;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts findings into the reader's language; names are shown as people know them, with the A-labels beside. */
@Component
public record FindingTexts(MessageSource messages, ShownAddresses shown, DurationTexts durations) {

    public List<FindingText> of(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> FindingText.of(finding, message(finding, locale)))
                .toList();
    }

    /** The messages alone. */
    public List<String> messages(List<Finding> findings, Locale locale) {
        return findings.stream().map(finding -> message(finding, locale)).toList();
    }

    private String message(Finding finding, Locale locale) {
        Object[] arguments = finding.arguments().stream()
                .map(argument -> argument instanceof Finding.Addresses found
                        ? readable(found.addresses(), locale)
                        : argument instanceof Ttl ttl ? durations.of(ttl.seconds(), locale) : readable(argument))
                .toArray();
        return messages.getMessage("finding." + finding.code(), arguments, locale);
    }

    private String readable(List<InetAddress> addresses, Locale locale) {
        List<String> named = shown.of(addresses);
        return named.size() == addresses.size()
                ? String.join(", ", named)
                : Stream.concat(named.stream(), Stream.of(messages.getMessage("address.not-public", null, locale)))
                        .collect(Collectors.joining(", "));
    }

    private static Object readable(Object argument) {
        if (argument instanceof DomainName name) {
            String unicode = name.toUnicode();
            return unicode.equals(name.toString()) ? unicode : unicode + " (" + name + ")";
        }
        return argument instanceof Integer number ? number : argument.toString();
    }
}
