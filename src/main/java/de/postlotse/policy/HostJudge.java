package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressScope;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.policy.Finding.Field;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Judges what DNS said of a mail server: it must have addresses of its own that the world can reach (RFC 5321 §5.1,
 * RFC 2181 §10.3).
 */
@Component
public class HostJudge {

    private final boolean internalNetwork;

    HostJudge(PolicyProperties policy) {
        this.internalNetwork = policy.internalNetwork();
    }

    public HostStatus judge(DomainName host, HostAnswer answer) {
        return new HostStatus(host, answer, findings(host, answer));
    }

    private List<Finding> findings(DomainName host, HostAnswer answer) {
        return switch (answer) {
            case HostAnswer.Addresses found -> judgeAddresses(host, found);
            case HostAnswer.Alias alias ->
                List.of(Finding.error(Field.TARGET, "target-is-alias", host, alias.canonical())
                        .suggesting(alias.canonical().toString()));
            case HostAnswer.DanglingAlias alias ->
                List.of(Finding.error(Field.TARGET, "target-is-dangling-alias", host, alias.end()));
            case HostAnswer.NoSuchName none -> List.of(Finding.error(Field.TARGET, "target-does-not-exist", host));
            case HostAnswer.NoAddress none -> List.of(Finding.error(Field.TARGET, "target-has-no-address", host));
            case HostAnswer.Unknown unknown -> List.of(Finding.unchecked(Field.TARGET, code(unknown.cause()), host));
        };
    }

    private List<Finding> judgeAddresses(DomainName host, HostAnswer.Addresses found) {
        List<InetAddress> reachable = found.addresses().stream()
                .filter(address -> internalNetwork || AddressScope.isGloballyReachable(address))
                .toList();
        if (reachable.isEmpty()) {
            return List.of(
                    found.complete()
                            ? Finding.error(
                                    Field.TARGET,
                                    "target-not-reachable",
                                    host,
                                    new Finding.Addresses(found.addresses()))
                            : Finding.unchecked(
                                    Field.TARGET,
                                    "target-partly-unchecked",
                                    host,
                                    new Finding.Addresses(found.addresses())));
        }
        List<Finding> findings = new ArrayList<>();
        if (reachable.size() < found.addresses().size()) {
            findings.add(Finding.warning(
                    Field.TARGET,
                    "target-partly-not-reachable",
                    host,
                    new Finding.Addresses(found.addresses().stream()
                            .filter(address -> !reachable.contains(address))
                            .toList())));
        }
        if (!found.complete()) {
            findings.add(Finding.warning(
                    Field.TARGET, "target-one-family-unchecked", host, new Finding.Addresses(reachable)));
        } else if (reachable.stream().noneMatch(Inet4Address.class::isInstance)) {
            findings.add(Finding.warning(Field.TARGET, "target-ipv6-only", host));
        }
        return findings;
    }

    private static String code(HostAnswer.Cause cause) {
        return switch (cause) {
            case TIMEOUT -> "target-unchecked-timeout";
            case SERVER_FAILURE -> "target-unchecked-failure";
            case BOGUS -> "target-unchecked-bogus";
            case UNREACHABLE, REFUSED -> "target-unchecked-no-resolver";
            case INVENTED -> "target-unchecked-invented";
            case ALIAS_END_UNKNOWN -> "target-unchecked-alias";
        };
    }
}
