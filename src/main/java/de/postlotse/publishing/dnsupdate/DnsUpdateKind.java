package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.server.DnsAddress;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerKind;
import de.postlotse.publishing.server.WrongSettingException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Name servers configured with {@code type=dnsupdate}. */
@Configuration
class DnsUpdateKind {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_WRITERS = 64;

    @Bean
    NameServerKind<DnsUpdateSettings> dnsUpdate(Clock clock) {
        return new NameServerKind<>(
                "dnsupdate", DnsUpdateSettings.class, (id, settings) -> create(id, settings, clock));
    }

    /** @throws WrongSettingException where a setting is missing or wrong */
    static NameServer create(String id, DnsUpdateSettings settings, Clock clock) {
        if (settings.concurrentWriters() < 1 || settings.concurrentWriters() > MOST_WRITERS) {
            throw new WrongSettingException("concurrent-writers", "it has to be from 1 to " + MOST_WRITERS);
        }
        Duration timeout = settings.timeout();
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(LONGEST) > 0) {
            throw new WrongSettingException("timeout", "it has to be more than nothing and a minute at most");
        }
        InetSocketAddress address = DnsAddress.of(settings.dnsAddress()).socket();
        TsigKey key = TsigKey.of(settings.tsigName(), settings.tsigAlgorithm(), settings.tsigSecret(), clock);
        Connections connections = new Connections(address, timeout, settings.concurrentWriters());
        return new DnsUpdateServer(id, key, connections, settings.concurrentWriters());
    }
}
