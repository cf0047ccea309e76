package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.zone.NoSuchZoneException;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads names in addresses of pages; what is no name leads to nothing, like a name that nobody has. */
@Component
class NameInAddress implements Converter<String, DomainName> {

    @Override
    public DomainName convert(String text) {
        if (text.equals(".")) {
            return DomainName.ROOT;
        }
        boolean wildcard = text.startsWith("*.");
        if (TypedName.read(wildcard ? text.substring(2) : text) instanceof TypedName.Valid valid) {
            return wildcard ? valid.name().child("*") : valid.name();
        }
        return stored(text);
    }

    /** Names that were taken over may be stranger than those that people may type. */
    private static DomainName stored(String text) {
        try {
            return DomainName.of(text);
        } catch (IllegalArgumentException e) {
            throw new NoSuchZoneException(DomainName.ROOT);
        }
    }
}
