package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressScope;
import de.postlotse.lookup.AddressText;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.zone.Finding.Field;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** What DNS must say of a mail server: addresses of its own that the world can reach (RFC 5321 §5.1, RFC 2181 §10.3). */
final class HostRules {

    private final boolean internalNetwork;

    HostRules(PolicyProperties policy) {
        this.internalNetwork = policy.internalNetwork();
    }

    List<Finding> judge(DomainName host, HostAnswer answer) {
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
                            ? Finding.error(Field.TARGET, "target-not-reachable", host, text(found.addresses()))
                            : Finding.unchecked(
                                    Field.TARGET, "target-partly-unchecked", host, text(found.addresses())));
        }
        List<Finding> findings = new ArrayList<>();
        if (reachable.size() < found.addresses().size()) {
            findings.add(Finding.warning(
                    Field.TARGET,
                    "target-partly-not-reachable",
                    host,
                    text(found.addresses().stream()
                            .filter(address -> !reachable.contains(address))
                            .toList())));
        }
        if (!found.complete()) {
            findings.add(Finding.warning(Field.TARGET, "target-one-family-unchecked", host, text(reachable)));
        } else if (reachable.stream().noneMatch(Inet4Address.class::isInstance)) {
            findings.add(Finding.warning(Field.TARGET, "target-ipv6-only", host));
        }
        return findings;
    }

    static String code(HostAnswer.Cause cause) {
        return switch (cause) {
            case TIMEOUT -> "target-unchecked-timeout";
            case SERVER_FAILURE -> "target-unchecked-failure";
            case UNREACHABLE -> "target-unchecked-no-resolver";
            case ALIAS_END_UNKNOWN -> "target-unchecked-alias";
        };
    }

    private static String text(List<InetAddress> addresses) {
        return String.join(", ", addresses.stream().map(AddressText::of).toList());
    }
}
