package de.postlotse.replacement;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.FourEyesProperties;
import de.postlotse.zone.HostReplacing;
import de.postlotse.zone.HostStatus;
import de.postlotse.zone.OwnMailServers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Finds out what a replacement would do, by counting in the store: nothing is read zone by zone. */
@Component
class DryRuns {

    static final int SHOWN = 50;

    private final ReplacementStore store;
    private final HostReplacing hosts;
    private final OwnMailServers ownServers;
    private final FourEyesProperties fourEyes;

    DryRuns(ReplacementStore store, HostReplacing hosts, OwnMailServers ownServers, FourEyesProperties fourEyes) {
        this.store = store;
        this.hosts = hosts;
        this.ownServers = ownServers;
        this.fourEyes = fourEyes;
    }

    @RetriedWhileStoreIsAway
    DryRun of(HostReplacing.Names.Readable names) {
        CompletableFuture<HostStatus> ofOld = hosts.ask(names.oldHost());
        CompletableFuture<HostStatus> ofNew = hosts.ask(names.newHost());
        Comparison comparison = comparison(names.oldHost(), names.newHost());
        List<RemarkedZones> remarks = Arrays.stream(Remark.values())
                .map(remark -> store.remarked(remark, comparison, SHOWN))
                .filter(zones -> zones.count() > 0)
                .toList();
        return new DryRun(
                names.oldHost(),
                names.newHost(),
                names.warnings(),
                ofOld.join(),
                ofNew.join(),
                store.extent(names.oldHost()),
                remarks,
                fourEyes.bulkWaits(store.count(Remark.LEAVES_OUR_SERVERS, comparison)));
    }

    /** From how many zones mail would leave our own servers. */
    int leaving(DomainName oldHost, DomainName newHost) {
        return store.count(Remark.LEAVES_OUR_SERVERS, comparison(oldHost, newHost));
    }

    private Comparison comparison(DomainName oldHost, DomainName newHost) {
        List<DomainName> own =
                ownServers.records().stream().map(MxRecord::target).toList();
        return new Comparison(oldHost, newHost, own, hosts.refusing(newHost));
    }
}
