package de.postlotse.desk.search;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.HostCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mail servers that a text means.
 *
 * @param meant what is meant without doubt: the address, the host of that name, or the only one with that part
 * @param hosts only the one that has exactly that name, where there is one
 * @param more whether there are others besides
 */
public record KnownHosts(@Nullable Used meant, List<KnownHost> hosts, boolean more) {

    static final KnownHosts NONE = new KnownHosts(null, List.of(), false);

    static KnownHosts of(SearchText wanted, List<KnownHost> found) {
        boolean more = found.size() > HostUses.HOSTS;
        return new KnownHosts(meant(wanted, found), more ? found.subList(0, HostUses.HOSTS) : found, more);
    }

    private static @Nullable Used meant(SearchText wanted, List<KnownHost> found) {
        String address = wanted.address();
        if (address != null) {
            return new Used.Address(address);
        }
        Optional<DomainName> name = Optional.ofNullable(wanted.name());
        return found.stream()
                .map(KnownHost::name)
                .filter(host -> found.size() == 1 || name.filter(host::equals).isPresent())
                .findFirst()
                .map(Used.Host::new)
                .orElse(null);
    }

    /** The host that is meant without doubt. */
    public @Nullable KnownHost host() {
        return hosts.stream().filter(this::isMeant).findFirst().orElse(null);
    }

    /** The address, where that is meant. */
    public @Nullable String address() {
        return meant instanceof Used.Address known ? known.address() : null;
    }

    /** All but the host that is meant. */
    public List<KnownHost> others() {
        return hosts.stream().filter(host -> !isMeant(host)).toList();
    }

    private boolean isMeant(KnownHost host) {
        return meant instanceof Used.Host known && known.name().equals(host.name());
    }

    /**
     * A mail server, what is known of it, and how much it is used.
     *
     * @param condition null as long as nothing is believed
     * @param uses how many MX records name it, at most {@link HostUses#COUNTED}
     * @param moreUses whether there are more
     */
    public record KnownHost(
            DomainName name,
            @Nullable HostCondition condition,
            @Nullable Instant since,
            List<String> addresses,
            int uses,
            boolean moreUses) {}
}
