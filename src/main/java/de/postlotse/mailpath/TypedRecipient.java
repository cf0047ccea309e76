package de.postlotse.mailpath;

import de.postlotse.dns.TypedName;

/** Reads a domain or an e-mail address as people type or paste it; of an address only the domain counts. */
public final class TypedRecipient {

    private TypedRecipient() {}

    /** The domain: what stands behind the last @, since a quoted local part may have one too (RFC 5321 §4.1.2). */
    public static TypedName domain(String typed) {
        String text = TypedName.trim(typed);
        String domain = text.substring(text.lastIndexOf('@') + 1);
        boolean bracketed = text.contains("<") && domain.endsWith(">");
        return TypedName.read(bracketed ? domain.substring(0, domain.length() - 1) : domain);
    }
}
