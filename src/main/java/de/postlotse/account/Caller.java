package de.postlotse.account;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who asks: the one value by which every query of the store is scoped.
 *
 * @param customer the customer number whose zones the caller may see; null for staff, who see all
 * @param origin the network address that the request came from; empty where it is not known, see {@link NetworkAddress}
 * @throws IllegalArgumentException where a customer has no number or staff have one
 */
public record Caller(String username, Role role, @Nullable String customer, String origin) implements Serializable {

    private static final long serialVersionUID = 1L;

    public Caller {
        origin = NetworkAddress.of(origin);
        if (role.isStaff() != (customer == null)) {
            throw new IllegalArgumentException("a customer has a customer number, staff have none: " + username);
        }
    }

    public boolean isStaff() {
        return role.isStaff();
    }

    /** @throws AccessDeniedException for customers */
    public void requireStaff() {
        if (!isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }

    /** @throws AccessDeniedException for everybody but admins */
    public void requireAdmin() {
        if (role != Role.ADMIN) {
            throw new AccessDeniedException("for admins");
        }
    }

    /** The customer number that limits what the caller sees, or empty where nothing does. */
    public Optional<String> onlyCustomer() {
        return Optional.ofNullable(customer);
    }

    /** The customer number on whose behalf the caller acts with a zone of that customer, where it is not their own. */
    public @Nullable String onBehalfOf(String zoneCustomer) {
        return isStaff() ? zoneCustomer : null;
    }
}
