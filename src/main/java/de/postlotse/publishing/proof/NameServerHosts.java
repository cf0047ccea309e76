package de.postlotse.publishing.proof;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressScope;
import de.postlotse.lookup.DnsProperties;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostLookup;
import de.postlotse.publishing.PublishingProperties;
import de.postlotse.publishing.server.DnsAddress;
import de.postlotse.publishing.server.WrongSettingException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Where the name servers that zones name can be asked. A zone's NS records are its customer's word, so only public
 * addresses are asked, besides those that the operator has named.
 */
@Component
class NameServerHosts {

    private static final int DNS_PORT = 53;

    private final Map<DomainName, InetSocketAddress> configured;
    private final boolean othersMayBeAsked;
    private final HostLookup lookup;
    private final AsyncCache<DomainName, Optional<InetSocketAddress>> found = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .buildAsync();

    NameServerHosts(PublishingProperties properties, DnsProperties dns, HostLookup lookup) {
        this.configured = properties.addresses().entrySet().stream()
                .collect(Collectors.toMap(entry -> host(entry.getKey()), NameServerHosts::address));
        this.othersMayBeAsked = dns.confirmAtAuthority();
        this.lookup = lookup;
    }

    /** Completes with nothing where the host has no address that may be asked, and never exceptionally. */
    CompletableFuture<Optional<InetSocketAddress>> addressOf(DomainName host) {
        InetSocketAddress known = configured.get(host);
        if (known != null) {
            return CompletableFuture.completedFuture(Optional.of(known));
        }
        return othersMayBeAsked
                ? found.get(host, (name, executor) -> lookup.ask(name).thenApply(NameServerHosts::publicAddress))
                : CompletableFuture.completedFuture(Optional.empty());
    }

    private static Optional<InetSocketAddress> publicAddress(HostAnswer answer) {
        return answer instanceof HostAnswer.Addresses addresses
                ? addresses.addresses().stream()
                        .filter(AddressScope::isGloballyReachable)
                        .findFirst()
                        .map(address -> new InetSocketAddress(address, DNS_PORT))
                : Optional.empty();
    }

    private static DomainName host(String name) {
        try {
            return DomainName.of(name);
        } catch (IllegalArgumentException e) {
            throw wrong(name, "is not the name of a host");
        }
    }

    private static InetSocketAddress address(Map.Entry<String, String> entry) {
        try {
            return DnsAddress.of(entry.getValue()).socket();
        } catch (WrongSettingException e) {
            throw wrong(entry.getKey(), String.valueOf(e.getMessage()));
        }
    }

    private static WrongSettingException wrong(String host, String explanation) {
        return new WrongSettingException("postlotse.publishing.addresses[" + host + "]", explanation);
    }
}
