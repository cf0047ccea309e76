package de.postlotse.lookup.resolver;

import de.postlotse.lookup.DelegationLookup;
import de.postlotse.lookup.DnsProperties;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.HostPoll;
import de.postlotse.lookup.MxLookup;
import de.postlotse.lookup.OwnNameServers;
import de.postlotse.lookup.OwnerLookup;
import de.postlotse.lookup.ServerAddress;
import de.postlotse.lookup.WrongResolverException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.ResolverConfig;

/** Wires the ports to DNS. */
@Configuration(proxyBeanMethods = false)
class LookupConfiguration {

    private final List<InetSocketAddress> resolvers;
    private final InventedAnswers invented = new InventedAnswers();
    private final Asker asker;
    private final OwnNameServers own;
    private final Duration budget;
    private final AuthorityCheck.Policy authorities;

    /** @param own asked for with each look-up: whoever knows our own zones may need a look-up itself */
    LookupConfiguration(DnsProperties properties, ObjectProvider<OwnNameServers> own) {
        this.resolvers = ResolverAddresses.of(properties.resolvers());
        this.asker = Asker.ofResolvers(resolvers, invented);
        this.own = name -> Optional.ofNullable(own.getIfAvailable()).flatMap(servers -> servers.enclosing(name));
        this.budget = properties.budget();
        this.authorities = AuthorityCheck.Policy.onTheInternet(properties.confirmAtAuthority());
    }

    @Bean
    MeterBinder dnsMeters() {
        return Gauge.builder("postlotse.dns.questions", DnsClient.UNDER_WAY, AtomicInteger::get)
                .description("Questions to DNS that wait for their answers at this moment")::register;
    }

    @Bean
    HostLookup hostLookup() {
        return new DnsHostLookup(asker, own, budget, authorities);
    }

    @Bean
    HostPoll hostPoll() {
        return new PipelinedHostPoll(resolvers, budget, invented);
    }

    @Bean
    OwnerLookup ownerLookup() {
        return new DnsOwnerLookup(own, budget);
    }

    @Bean
    DelegationLookup delegationLookup() {
        return new DnsDelegationLookup(asker, own, budget, authorities);
    }

    @Bean
    MxLookup mxLookup() {
        return new DnsMxLookup(asker, own, budget);
    }

    @Bean
    ResolverCheck resolverCheck() {
        return new ResolverCheck(resolvers, invented, budget);
    }

    /** Reads {@code postlotse.dns.resolvers}. */
    static final class ResolverAddresses {

        private ResolverAddresses() {}

        /**
         * The configured resolvers, or the system's where there are none.
         *
         * @throws WrongResolverException naming the property where an entry is no address
         */
        static List<InetSocketAddress> of(List<String> configured) {
            return configured.isEmpty()
                    ? List.copyOf(ResolverConfig.getCurrentConfig().servers())
                    : configured.stream().map(ResolverAddresses::parse).toList();
        }

        private static InetSocketAddress parse(String entry) {
            try {
                return ServerAddress.parse(entry);
            } catch (IllegalArgumentException e) {
                throw new WrongResolverException(entry);
            }
        }
    }
}
