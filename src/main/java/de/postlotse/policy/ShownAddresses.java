package de.postlotse.policy;

import de.postlotse.lookup.AddressScope;
import de.postlotse.lookup.AddressText;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Which addresses are named to whoever asks at this moment. A resolver may know more than the world does: an address that
 * only some network reaches tells about that network, and is for staff. Where the whole installation serves such a
 * network, everybody sees them.
 */
@Component
public class ShownAddresses {

    private static final Set<String> STAFF = Set.of("ROLE_SUPPORT", "ROLE_ADMIN");

    private final boolean internalNetwork;

    ShownAddresses(PolicyProperties policy) {
        this.internalNetwork = policy.internalNetwork();
    }

    /** Those that are named, as text. */
    public List<String> of(Collection<InetAddress> addresses) {
        return addresses.stream().filter(this::isShown).map(AddressText::of).toList();
    }

    public boolean isShown(InetAddress address) {
        return internalNetwork || AddressScope.isGloballyReachable(address) || isStaff();
    }

    private static boolean isStaff() {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null
                && reader.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(role -> role != null && STAFF.contains(role));
    }
}
