package de.postlotse.desk.search;

import de.postlotse.dns.DomainName;
import java.util.Optional;

/** What "Wer nutzt …?" asks about. */
public sealed interface Used {

    record Host(DomainName name) implements Used {

        @Override
        public String toString() {
            return name.toString();
        }
    }

    /** All hosts that have an address, which is in the one form in which addresses are written here. */
    record Address(String address) implements Used {

        @Override
        public String toString() {
            return address;
        }
    }

    /** A whole name or an address as somebody typed it. */
    static Optional<Used> read(String typed) {
        SearchText text = SearchText.read(typed);
        Optional<Used> address = Optional.ofNullable(text.address()).map(Address::new);
        return address.or(() -> Optional.ofNullable(text.name()).map(Host::new));
    }
}
