package de.postlotse.policy;

import de.postlotse.lookup.AddressText;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say about an entry. The code is stable and part of the API; its message is in the message files
 * under {@code finding.<code>}.
 *
 * @param arguments what the message names, in its order
 * @param suggestion a value for the field that would mend it with one click, if there is one
 */
public record Finding(
        Severity severity,
        Field field,
        String code,
        List<Object> arguments,
        @Nullable String suggestion) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding error(Field field, String code, Object... arguments) {
        return new Finding(Severity.ERROR, field, code, List.of(arguments), null);
    }

    static Finding warning(Field field, String code, Object... arguments) {
        return new Finding(Severity.WARNING, field, code, List.of(arguments), null);
    }

    public static Finding unchecked(Field field, String code, Object... arguments) {
        return new Finding(Severity.UNCHECKED, field, code, List.of(arguments), null);
    }

    Finding asWarning() {
        return new Finding(Severity.WARNING, field, code, arguments, suggestion);
    }

    Finding suggesting(@Nullable String value) {
        return new Finding(severity, field, code, arguments, value);
    }

    /** An argument: what DNS said, of which not everybody is told everything. */
    record Addresses(List<InetAddress> addresses) {

        public Addresses {
            addresses = List.copyOf(addresses);
        }

        @Override
        public String toString() {
            return String.join(", ", addresses.stream().map(AddressText::of).toList());
        }
    }

    /** How much a finding weighs. */
    public enum Severity {
        /** The entry is refused. */
        ERROR,
        /** The entry is taken; the customer should know. */
        WARNING,
        /** Neither yes nor no: the entry is not taken now, and may be later. */
        UNCHECKED
    }

    /** The part of the entry that a finding is about. */
    public enum Field {
        OWNER,
        TARGET,
        PRIORITY,
        TTL,
        SET,
        /** Not of the entry: why it is changed. */
        REASON
    }
}
