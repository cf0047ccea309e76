package de.postlotse.dns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.TextParseException;

/**
 * An absolute domain name in the one form in which Postlotse keeps names: lower-case A-labels, without the final dot.
 * The root (RFC 1034 §3.1) is {@link #ROOT}; as the target of an MX record it means "no mail" (RFC 7505).
 */
public final class DomainName implements Comparable<DomainName> {

    /** The root of the name space, written {@code .}. */
    public static final DomainName ROOT = new DomainName(Name.root);

    private final Name name;

    private DomainName(Name name) {
        this.name = name;
    }

    /**
     * Takes a name that is known to be well-formed: from the store, a configuration or a master file.
     *
     * @param text A-labels in presentation form (RFC 1035 §5.1), with or without the final dot
     * @throws IllegalArgumentException where the text is no domain name or longer than 255 octets on the wire
     */
    public static DomainName of(String text) {
        try {
            return of(Name.fromString(lowerCase(text), Name.root));
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a domain name: " + text, e);
        }
    }

    /** Takes over an absolute name of the DNS library, as it came in an answer or a master file. */
    public static DomainName of(Name name) {
        if (!name.isAbsolute()) {
            throw new IllegalArgumentException("not absolute: " + name);
        }
        return name.equals(Name.root) ? new DomainName(Name.root) : new DomainName(name.canonicalize());
    }

    /** The name as the DNS library wants it, for the packages that speak DNS. */
    public Name toName() {
        return name;
    }

    public boolean isRoot() {
        return name.equals(Name.root);
    }

    /** Whether the leftmost label is the asterisk (RFC 4592 §2.1.1). */
    public boolean isWildcard() {
        return name.isWild();
    }

    /** Whether this name is the given one or lies below it; compares labels, not characters. */
    public boolean isAtOrBelow(DomainName other) {
        return name.subdomain(other.name);
    }

    public boolean isBelow(DomainName other) {
        return !equals(other) && isAtOrBelow(other);
    }

    /**
     * The name without its leftmost label.
     *
     * @throws IllegalStateException for the root
     */
    public DomainName parent() {
        if (isRoot()) {
            throw new IllegalStateException("the root has no parent");
        }
        return new DomainName(new Name(name, 1));
    }

    /**
     * This name prefixed by labels in presentation form.
     *
     * @throws IllegalArgumentException where the result is longer than 255 octets on the wire
     */
    public DomainName child(String labels) {
        try {
            return new DomainName(Name.concatenate(Name.fromString(lowerCase(labels)), name));
        } catch (TextParseException | NameTooLongException e) {
            throw new IllegalArgumentException("not a name below " + this + ": " + labels, e);
        }
    }

    /** The labels from left to right, in presentation form; none for the root. */
    public List<String> labels() {
        return IntStream.range(0, name.labels() - 1)
                .mapToObj(name::getLabelString)
                .toList();
    }

    /** The name relative to a zone as master files write it: {@code @} for the apex, {@code www} for www.kunde.de. */
    public String relativeTo(DomainName zone) {
        if (equals(zone)) {
            return "@";
        }
        return isBelow(zone) ? name.relativize(zone.name).toString() : this + ".";
    }

    /** The name as it is shown to people: U-labels where that cannot be mistaken for another name. */
    public String toUnicode() {
        return Idna.display(this);
    }

    /** The same; nothing where that is the name itself. */
    public Optional<String> unicodeIfOther() {
        return Optional.of(toUnicode()).filter(shown -> !shown.equals(toString()));
    }

    @Override
    public int compareTo(DomainName other) {
        return name.compareTo(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainName that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** A-labels without the final dot; {@code .} for the root. */
    @Override
    public String toString() {
        return name.toString(!isRoot());
    }

    /** The DNS library would take an ü for the octet 252. */
    private static String lowerCase(String text) throws TextParseException {
        if (!text.chars().allMatch(c -> c < 128)) {
            throw new TextParseException(text, "not ASCII");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
