package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.DnsAddress;
import de.postlotse.publishing.NameServer;
import de.postlotse.publishing.NameServerKind;
import de.postlotse.publishing.WrongSettingException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Name servers configured with {@code type=dnsupdate}. */
@Component
final class DnsUpdateKind implements NameServerKind<DnsUpdateSettings> {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_WRITERS = 64;

    private final Clock clock;

    DnsUpdateKind(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String type() {
        return "dnsupdate";
    }

    @Override
    public Class<DnsUpdateSettings> settings() {
        return DnsUpdateSettings.class;
    }

    @Override
    public NameServer create(String id, DnsUpdateSettings settings) {
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
