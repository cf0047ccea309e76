package de.postlotse.publishing.proof;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/** Asks a zone's own name server over DNS, as the world does, whether it answers with the wanted MX sets. */
public final class PublicationProof {

    private static final int MOST_OWNERS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private PublicationProof() {}

    /**
     * Compares each wanted set, and that the sets of before that are not wanted any more are gone.
     *
     * @return the SOA serial
     * @throws NameServerException where the server does not answer, or answers with something else
     */
    public static long prove(
            InetSocketAddress server, DomainName zone, Collection<MxSet> before, Collection<MxSet> wanted) {
        CompletableFuture<Message> soa = NameServerQuestions.ask(server, zone, Type.SOA, PATIENCE);
        List<ExpectedMxSet> proofs = ExpectedMxSet.of(before, wanted, MOST_OWNERS);
        List<CompletableFuture<Message>> answers = proofs.stream()
                .map(proof -> NameServerQuestions.ask(server, proof.owner(), Type.MX, PATIENCE))
                .toList();
        for (int i = 0; i < proofs.size(); i++) {
            require(server, proofs.get(i), answer(server, answers.get(i)));
        }
        return NameServerQuestions.soa(answer(server, soa))
                .orElseThrow(() -> new NameServerException(Reason.ZONE_NOT_SERVED, server + " has no SOA of " + zone))
                .getSerial();
    }

    private static void require(InetSocketAddress server, ExpectedMxSet proof, Message answer) {
        if (!NameServerQuestions.isAuthoritative(answer)) {
            throw new NameServerException(Reason.ZONE_NOT_SERVED, server + " does not answer for " + proof.owner());
        }
        if (!proof.holds(answer)) {
            throw new NameServerException(
                    Reason.NOT_SERVED_AS_WANTED, server + " answers with other MX records at " + proof.owner());
        }
    }

    private static Message answer(InetSocketAddress server, CompletableFuture<Message> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            throw new NameServerException(Reason.UNREACHABLE, server + " does not answer over DNS", e);
        }
    }
}
