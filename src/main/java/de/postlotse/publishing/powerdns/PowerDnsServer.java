package de.postlotse.publishing.powerdns;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.ChangedElsewhereException;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.publishing.server.ServedZone;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * A PowerDNS. Its API cannot compare and set: a change that somebody makes in the few milliseconds between our look and
 * our change is overwritten. The serial tells of it, which then has been raised more often than by us. One change at a
 * time per zone is the caller's duty. A change whose answer was lost may still be made later by a server that was frozen, so
 * the next one for that zone waits until two looks, {@link #SETTLED} apart, agree.
 */
final class PowerDnsServer implements NameServer {

    static final Duration SETTLED = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(PowerDnsServer.class);
    private static final Duration BUSY = Duration.ofSeconds(3);
    private static final int UNDER_WAY = 4;

    private final String id;
    private final PowerDnsSettings settings;
    private final PowerDnsApi api;
    private final Semaphore writers;

    /** With growing pauses of which no two writers have the same. */
    private final RetryTemplate whileBusy = new RetryTemplate(RetryPolicy.builder()
            .includes(PowerDnsApi.BusyException.class)
            .maxRetries(Long.MAX_VALUE)
            .delay(Duration.ofMillis(50))
            .multiplier(2)
            .jitter(Duration.ofMillis(25))
            .timeout(BUSY)
            .build());

    private final UnconfirmedChanges unconfirmed = new UnconfirmedChanges();

    PowerDnsServer(String id, PowerDnsSettings settings) {
        this.id = id;
        this.settings = settings;
        this.api = new PowerDnsApi(id, settings);
        this.writers = new Semaphore(settings.concurrentWriters());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public InetSocketAddress dnsAddress() {
        return settings.dnsAddress().socket();
    }

    /** It would have to be asked. */
    @Override
    public Optional<DomainName> enclosing(DomainName name) {
        return Optional.empty();
    }

    /** So many zones are under way; how many of them are changed at once is what the settings say. */
    @Override
    public int concurrentWriters() {
        return Math.max(UNDER_WAY, settings.concurrentWriters());
    }

    @Override
    public void probe() {
        api.probe();
    }

    @Override
    public ServedZone read(DomainName zone) {
        return served(zone, api.zone(zone));
    }

    /** What failed because the server was busy is tried again from the first look on. */
    @Override
    public void replaceMx(DomainName zone, MxReplacement replacement) {
        whileBusy.invoke(() -> {
            attempt(zone, replacement);
            return null;
        });
    }

    private void attempt(DomainName zone, MxReplacement replacement) {
        change(zone, replacement).ifPresent(sent -> requireHeld(zone, replacement.wanted(), sent));
    }

    /** Its look is part of a change, so that nothing waits between the two. */
    private Optional<Sent> change(DomainName zone, MxReplacement replacement) {
        writers.acquireUninterruptibly();
        try {
            ApiZone found = settled(zone);
            MxPatch change = MxPatch.of(zone, found, replacement.wanted());
            if (change.isEmpty()) {
                boolean alone = unconfirmed.explain(zone, found.zoneSerial());
                unconfirmed.forget(zone);
                if (!alone) {
                    throw ChangedElsewhereException.overwritten(zone, served(zone, found));
                }
                return Optional.empty();
            }
            requireOurs(zone, found, replacement.lastServed());
            requireChangeable(zone, found);
            replacement.permit().require();
            boolean answered = api.patch(zone, change);
            unconfirmed.add(zone, found.zoneSerial(), replacement.wanted());
            return Optional.of(new Sent(answered, found.servedSerial()));
        } finally {
            writers.release();
        }
    }

    private void requireChangeable(DomainName zone, ApiZone found) {
        if (found.isCopy()) {
            throw new NameServerException(
                    Reason.REFUSED, "PowerDNS '" + id + "' has " + zone + " as a copy; it is changed at its primary");
        }
        if (found.isSignedElsewhere()) {
            throw new NameServerException(
                    Reason.REFUSED,
                    "PowerDNS '" + id + "' has " + zone + " with signatures that were made elsewhere (PRESIGNED);"
                            + " it is changed where it is signed");
        }
    }

    private ApiZone settled(DomainName zone) {
        ApiZone found = api.zone(zone);
        if (!unconfirmed.concerns(zone)) {
            return found;
        }
        pause();
        ApiZone later = api.zone(zone);
        if (!ServedMx.of(zone, later).isExactly(ServedMx.of(zone, found).sets())) {
            throw new NameServerException(Reason.OUTCOME_UNKNOWN, zone + " is still changing on PowerDNS '" + id + "'");
        }
        return later;
    }

    private static void pause() {
        try {
            Thread.sleep(SETTLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NameServerException(Reason.UNREACHABLE, "interrupted while waiting", e);
        }
    }

    private void requireOurs(DomainName zone, ApiZone found, Collection<MxSet> lastServed) {
        ServedMx served = ServedMx.of(zone, found);
        if (!served.isExactly(lastServed) && !unconfirmed.has(zone, served.sets())) {
            throw new ChangedElsewhereException(zone, served(zone, found));
        }
    }

    private void requireHeld(DomainName zone, List<MxSet> wanted, Sent sent) {
        try {
            requireServed(zone, wanted, sent.serialBefore());
            unconfirmed.forget(zone);
        } catch (NameServerException e) {
            boolean overwritten = e instanceof ChangedElsewhereException elsewhere && elsewhere.isOverwritten();
            throw sent.answered() || overwritten
                    ? e
                    : new NameServerException(
                            Reason.OUTCOME_UNKNOWN, "no answer came to a change of " + zone + " on '" + id + "'", e);
        }
    }

    private void requireServed(DomainName zone, List<MxSet> wanted, long before) {
        ApiZone after = api.zone(zone);
        boolean held = ServedMx.of(zone, after).isExactly(wanted);
        if (!unconfirmed.explain(zone, after.zoneSerial())) {
            unconfirmed.forget(zone);
            ServedZone found = served(zone, after);
            throw held
                    ? ChangedElsewhereException.overwritten(zone, found)
                    : new ChangedElsewhereException(zone, found);
        }
        if (!held) {
            throw new NameServerException(
                    Reason.NOT_SERVED_AS_WANTED,
                    "PowerDNS '" + id + "' took a change of " + zone + " and holds another");
        }
        // In 32 bits the second half of the numbers counts as older (RFC 1982 §3.2).
        if ((int) (after.servedSerial() - before) <= 0) {
            LOG.warn(
                    "{} was changed on PowerDNS '{}', but its serial did not rise and secondaries will not notice; "
                            + "set its metadata SOA-EDIT-API to DEFAULT",
                    zone,
                    id);
        }
    }

    private static ServedZone served(DomainName zone, ApiZone content) {
        return new ServedZone(
                content.servedSerial(), List.copyOf(ServedMx.of(zone, content).sets()));
    }

    /** A change that was sent, and whether PowerDNS said that it has made it. */
    private record Sent(boolean answered, long serialBefore) {}
}
