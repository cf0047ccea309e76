package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.TypedName;
import de.postlotse.zone.Finding.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Replaces a host by another one in all sets of a zone, and takes that back. Made for thousands of zones in a row:
 * whoever does that asks DNS about the new host for all of them, and has shown what comes of it before.
 */
@Service
public class HostReplacing {

    /** What zones that were taken over may name, though no editor would take it. */
    private static final Pattern SERVED_NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?");

    private final MxPolicy policy;
    private final History history;
    private final ZoneWriter writer;
    private final EditAttempts attempts;

    HostReplacing(MxPolicy policy, History history, ZoneWriter writer, EditAttempts attempts) {
        this.policy = policy;
        this.history = history;
        this.writer = writer;
        this.attempts = attempts;
    }

    /** What became of two host names as typed. */
    public sealed interface Names {

        /** @param warnings about the new host */
        record Readable(DomainName oldHost, DomainName newHost, List<Finding> warnings) implements Names {}

        record Unreadable(List<Finding> ofOld, List<Finding> ofNew) implements Names {}
    }

    /** Reads both names; the new one by the rules of every editor, the old one as some zone may have it. */
    public Names read(String typedOld, String typedNew) {
        Reading<DomainName> oldHost = readOld(typedOld);
        Reading<DomainName> newHost = readNew(typedNew, oldHost.value());
        return oldHost.value().isPresent() && newHost.value().isPresent()
                ? new Names.Readable(oldHost.value().get(), newHost.value().get(), newHost.findings())
                : new Names.Unreadable(oldHost.findings(), newHost.findings());
    }

    private static Reading<DomainName> readOld(String typed) {
        return TypedName.read(typed) instanceof TypedName.Valid valid
                ? Reading.of(valid.name())
                : served(typed).orElseGet(() -> withoutRoot(TargetReader.read(typed)));
    }

    private static Optional<Reading<DomainName>> served(String typed) {
        String text = TypedName.trim(typed).toLowerCase(Locale.ROOT);
        if (text.length() > TypedName.MAX_TYPED || !SERVED_NAME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Reading.of(DomainName.of(text)));
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    private Reading<DomainName> readNew(String typed, Optional<DomainName> oldHost) {
        Reading<DomainName> newHost = withoutRoot(policy.readHost(typed));
        return newHost.value().equals(oldHost) && oldHost.isPresent()
                ? Reading.refused(Finding.error(Field.TARGET, "target-replaced-by-itself", oldHost.get()))
                : newHost;
    }

    private static Reading<DomainName> withoutRoot(Reading<DomainName> host) {
        return host.value().filter(DomainName::isRoot).isPresent()
                ? Reading.refused(Finding.error(Field.TARGET, "target-is-no-host"))
                : host;
    }

    /** What DNS and the rules say of a host right now. */
    public CompletableFuture<HostStatus> ask(DomainName host) {
        return policy.check(host);
    }

    /** The zones, if they exist, in which a host would be refused though others may name it. */
    public List<DomainName> refusing(DomainName host) {
        return Stream.iterate(host, name -> !name.isRoot(), DomainName::parent)
                .filter(zone -> TargetReader.slip(host, zone).isPresent())
                .toList();
    }

    /**
     * Replaces a host in every set of a zone that names it. Nobody is asked whether they agree to what harm it does:
     * they were shown before they started.
     *
     * @param known what DNS said of the new host, a moment ago
     * @throws NoSuchZoneException where there is no such zone
     * @throws StaleVersionException where the zone is not as the editor has seen it, and the edit is not in its history
     */
    public SaveOutcome replace(Caller caller, EditedZone at, DomainName old, DomainName replacement, HostStatus known) {
        Edit edit = Edit.of(at, ChangeKind.HOST_REPLACED, caller);
        return attempts.carryOut(edit, at, zone -> {
            List<Finding> findings = findings(zone, replacement, known);
            return Verdict.of(findings).passes()
                    ? write(zone, SetWithHost.wanted(zone, old, replacement), findings, edit)
                    : new SaveOutcome.Refused(zone, findings);
        });
    }

    /**
     * Takes the sets of one change back, as long as nothing has changed since. What DNS says today does not matter: the
     * way back is open even to a host that is gone, for whoever was shown that.
     *
     * @param version that the change led to; the editor has seen the zone at it
     * @throws NoSuchVersionException where the zone never was at that version
     * @throws StaleVersionException where the zone is not as the editor has seen it, and the edit is not in its history
     */
    public SaveOutcome undo(Caller caller, EditedZone at, long version) {
        Edit edit = Edit.of(at, ChangeKind.RESTORED, caller);
        return attempts.carryOut(edit, at, zone -> write(zone, history.undoing(zone, version), List.of(), edit));
    }

    private static List<Finding> findings(ZoneSnapshot zone, DomainName replacement, HostStatus known) {
        List<Finding> findings = new ArrayList<>(known.findings());
        TargetReader.slip(replacement, zone.name()).ifPresent(findings::add);
        return findings;
    }

    private SaveOutcome write(
            ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted, List<Finding> findings, Edit edit) {
        ZoneSnapshot after = writer.write(zone, wanted, edit);
        return new SaveOutcome.Saved(
                after, findings, Set.of(), zone.mxSets().equals(after.mxSets()) ? null : zone.version());
    }
}
