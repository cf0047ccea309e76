package de.postlotse.lookup;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the ports to DNS. Who knows our own zones is asked for with each look-up: it may need a look-up itself. */
@Configuration(proxyBeanMethods = false)
class LookupConfiguration {

    @Bean
    HostLookup hostLookup(DnsProperties properties, ObjectProvider<OwnNameServers> own) {
        return new DnsHostLookup(
                ResolverAddresses.of(properties.resolvers()),
                lazily(own),
                properties.budget(),
                AuthorityPolicy.onTheInternet(properties.confirmAtAuthority()));
    }

    @Bean
    HostPoll hostPoll(DnsProperties properties) {
        return new PipelinedHostPoll(ResolverAddresses.of(properties.resolvers()), properties.budget());
    }

    @Bean
    OwnerLookup ownerLookup(DnsProperties properties, ObjectProvider<OwnNameServers> own) {
        return new DnsOwnerLookup(lazily(own), properties.budget());
    }

    @Bean
    DelegationLookup delegationLookup(DnsProperties properties, ObjectProvider<OwnNameServers> own) {
        return new DnsDelegationLookup(
                ResolverAddresses.of(properties.resolvers()),
                lazily(own),
                properties.budget(),
                AuthorityPolicy.onTheInternet(properties.confirmAtAuthority()));
    }

    @Bean
    MxLookup mxLookup(DnsProperties properties, ObjectProvider<OwnNameServers> own) {
        return new DnsMxLookup(ResolverAddresses.of(properties.resolvers()), lazily(own), properties.budget());
    }

    private static OwnNameServers lazily(ObjectProvider<OwnNameServers> own) {
        return name -> Optional.ofNullable(own.getIfAvailable()).flatMap(servers -> servers.enclosing(name));
    }
}
