package de.postlotse.desk.replacement;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.policy.HostStatus;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.OwnMailServers;
import de.postlotse.zone.change.FourEyesProperties;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Finds out what a replacement would do, by counting in the store: nothing is read zone by zone. */
@Component
class DryRuns {

    static final int SHOWN = 50;

    private final AffectedZones affected;
    private final HostNames hosts;
    private final OwnMailServers ownServers;
    private final FourEyesProperties fourEyes;

    DryRuns(AffectedZones affected, HostNames hosts, OwnMailServers ownServers, FourEyesProperties fourEyes) {
        this.affected = affected;
        this.hosts = hosts;
        this.ownServers = ownServers;
        this.fourEyes = fourEyes;
    }

    @RetriedWhileStoreIsAway
    DryRun of(HostNames.Names.Readable names) {
        CompletableFuture<HostStatus> ofOld = hosts.ask(names.oldHost());
        CompletableFuture<HostStatus> ofNew = hosts.ask(names.newHost());
        HostComparison comparison = comparison(names.oldHost(), names.newHost());
        List<RemarkedZones> remarks = Arrays.stream(Remark.values())
                .map(remark -> affected.remarked(remark, comparison, SHOWN))
                .filter(zones -> zones.count() > 0)
                .toList();
        return new DryRun(
                names.oldHost(),
                names.newHost(),
                names.warnings(),
                ofOld.join(),
                ofNew.join(),
                affected.extent(names.oldHost()),
                remarks,
                fourEyes.bulkWaits(affected.leaving(comparison)));
    }

    /** From how many zones mail would leave our own servers. */
    int leaving(DomainName oldHost, DomainName newHost) {
        return affected.leaving(comparison(oldHost, newHost));
    }

    private HostComparison comparison(DomainName oldHost, DomainName newHost) {
        List<DomainName> own =
                ownServers.records().stream().map(MxRecord::target).toList();
        return new HostComparison(oldHost, newHost, own, hosts.refusing(newHost));
    }
}
