package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostLookup;
import de.postlotse.policy.Finding.Field;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The domain itself, or its www, as mail server: whoever pastes an e-mail address gets there, and mostly it is the web
 * server, which takes no mail. Where the domain's "mail" leads to the same address, it does.
 */
record WebServerRule(HostLookup hosts) {

    private static final String WEB = "www";
    private static final String MAIL = "mail";

    /** @param answer what DNS said of the target */
    CompletableFuture<Optional<Finding>> judge(DomainName zone, DomainName target, HostAnswer answer) {
        boolean web = target.equals(zone.child(WEB));
        if (!(answer instanceof HostAnswer.Addresses own) || !web && !target.equals(zone)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        DomainName mail = zone.child(MAIL);
        CompletableFuture<Boolean> isWeb = web
                ? CompletableFuture.completedFuture(true)
                : hosts.ask(zone.child(WEB)).thenApply(www -> isSame(target, own, www));
        return isWeb.thenCombine(hosts.ask(mail), (webServer, mailServer) -> {
            if (!webServer || isSame(target, own, mailServer)) {
                return Optional.empty();
            }
            Finding finding = Finding.warning(Field.TARGET, "target-is-web-server", target, zone);
            return Optional.of(
                    mailServer instanceof HostAnswer.Addresses ? finding.suggesting(mail.toString()) : finding);
        });
    }

    private static boolean isSame(DomainName target, HostAnswer.Addresses own, HostAnswer other) {
        return switch (other) {
            case HostAnswer.Addresses found -> !Collections.disjoint(own.addresses(), found.addresses());
            case HostAnswer.Alias alias -> alias.canonical().equals(target);
            case HostAnswer.DanglingAlias alias -> false;
            case HostAnswer.NoSuchName none -> false;
            case HostAnswer.NoAddress none -> false;
            case HostAnswer.Unknown unknown -> false;
        };
    }
}
