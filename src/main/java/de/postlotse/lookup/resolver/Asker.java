package de.postlotse.lookup.resolver;

import de.postlotse.lookup.HostAnswer.Cause;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * Puts questions to one kind of server and waits for the answers: to the resolvers, or to one authoritative server. A
 * look-up has a virtual thread of its own, which may wait.
 *
 * @param tries how often a question is sent, to one server or another
 * @param maySend whether one more packet may be sent; then it counts
 */
record Asker(
        List<InetSocketAddress> servers,
        boolean recursive,
        InventedAnswers invented,
        int tries,
        BooleanSupplier maySend) {

    static final int LEAST_TRIES = 3;

    static Asker ofResolvers(List<InetSocketAddress> resolvers) {
        return ofResolvers(resolvers, new InventedAnswers());
    }

    /** @param invented what some of the resolvers answer for names that do not exist */
    static Asker ofResolvers(List<InetSocketAddress> resolvers, InventedAnswers invented) {
        return new Asker(List.copyOf(resolvers), true, invented, Math.max(LEAST_TRIES, resolvers.size()), () -> true);
    }

    /** One of our own name servers. */
    static Asker ofOwn(InetSocketAddress server) {
        return ofAuthority(server, LEAST_TRIES, () -> true);
    }

    /** A server of a zone of somebody else. */
    static Asker ofAuthority(InetSocketAddress server, int tries, BooleanSupplier maySend) {
        return new Asker(List.of(server), false, new InventedAnswers(), tries, maySend);
    }

    DnsReply ask(Name name, int type, Deadline deadline) {
        return begin(name, type, deadline).join();
    }

    /** One question by several, which are under way at the same time. */
    CompletableFuture<DnsReply> begin(Name name, int type, Deadline deadline) {
        return Attempts.ask(this, new DnsQuestion(name, type, recursive), deadline);
    }

    /**
     * Asks for the addresses and the alias of a host in parallel. The alias is not waited for where both other answers
     * are there: they would show it.
     */
    Replies askForHost(Name host, Deadline deadline) {
        CompletableFuture<DnsReply> ipv4 = begin(host, Type.A, deadline);
        CompletableFuture<DnsReply> ipv6 = begin(host, Type.AAAA, deadline);
        CompletableFuture<DnsReply> cname = begin(host, Type.CNAME, deadline);
        boolean enough = ipv4.join() instanceof DnsReply.Answer && ipv6.join() instanceof DnsReply.Answer;
        DnsReply alias = enough ? cname.getNow(new DnsReply.Failed(Cause.TIMEOUT)) : cname.join();
        return new Replies(host, ipv4.join(), ipv6.join(), alias);
    }
}
