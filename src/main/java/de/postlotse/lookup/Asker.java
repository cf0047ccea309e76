package de.postlotse.lookup;

import de.postlotse.lookup.HostAnswer.Cause;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Puts questions to one kind of server: the resolvers, or one authoritative server. */
record Asker(DnsClient client, List<InetSocketAddress> servers, boolean recursive) {

    static Asker ofResolvers(DnsClient client, List<InetSocketAddress> resolvers) {
        return new Asker(client, List.copyOf(resolvers), true);
    }

    static Asker ofAuthority(DnsClient client, InetSocketAddress server) {
        return new Asker(client, List.of(server), false);
    }

    CompletableFuture<Reply> ask(Name name, int type, Deadline deadline) {
        return Attempts.ask(client, servers, new Question(name, type, recursive), deadline);
    }

    /**
     * Asks for the addresses and the alias of a host in parallel. The alias is not waited for where both other answers
     * are there: they would show it.
     */
    CompletableFuture<Replies> askForHost(Name host, Deadline deadline) {
        CompletableFuture<Reply> ipv4 = ask(host, Type.A, deadline);
        CompletableFuture<Reply> ipv6 = ask(host, Type.AAAA, deadline);
        CompletableFuture<Reply> cname = ask(host, Type.CNAME, deadline);
        CompletableFuture<Reply> cnameIfNeeded = ipv4.thenCombine(
                        ipv6, (a, aaaa) -> a instanceof Reply.Answer && aaaa instanceof Reply.Answer)
                .thenCompose(enough -> enough ? CompletableFuture.completedFuture(soFar(cname)) : cname);
        return cnameIfNeeded.thenApply(alias -> new Replies(host, ipv4.join(), ipv6.join(), alias));
    }

    private static Reply soFar(CompletableFuture<Reply> reply) {
        return reply.getNow(new Reply.Failed(Cause.TIMEOUT));
    }
}
