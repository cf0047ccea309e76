package de.postlotse.reachability;

/** Whether a server encrypts what it is sent (STARTTLS, RFC 3207). */
public sealed interface Encryption {

    /** It does not offer to. */
    record NotOffered() implements Encryption {}

    /** It offers to, but that failed. */
    record Failed() implements Encryption {}

    /** It does. */
    record Encrypted(ServerCertificate certificate) implements Encryption {}

    /** Whether there is nothing to say against it. */
    default boolean isFlawless() {
        return this instanceof Encrypted encrypted
                && encrypted.certificate().problems().isEmpty();
    }
}
