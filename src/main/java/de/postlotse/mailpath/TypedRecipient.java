package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;

/** Reads a domain or an e-mail address as people type or paste it; of an address only the domain counts. */
public sealed interface TypedRecipient {

    /** The domain that DNS is asked about. */
    record Valid(DomainName domain) implements TypedRecipient {}

    /** No domain; says what is wrong with it. */
    record Invalid(TypedName.Fault fault) implements TypedRecipient {}

    /** Takes what stands behind the last @, since a quoted local part may have one too (RFC 5321 §4.1.2). */
    static TypedRecipient read(String typed) {
        String text = TypedName.trim(typed);
        String domain = text.substring(text.lastIndexOf('@') + 1);
        boolean bracketed = text.contains("<") && domain.endsWith(">");
        return switch (TypedName.read(bracketed ? domain.substring(0, domain.length() - 1) : domain)) {
            case TypedName.Valid valid -> new Valid(valid.name());
            case TypedName.Invalid invalid -> new Invalid(invalid.fault());
        };
    }
}
