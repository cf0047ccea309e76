package de.postlotse.lookup.resolver;

import de.postlotse.lookup.HostAnswer.Cause;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One question, put to one or several servers that are equally good until one of them answers. A server that fails is
 * left at once for the next one. One that is silent is not given up: after a part of the time the next server is asked
 * beside it, or the same one again, since a UDP packet may be lost; the first answer counts.
 */
final class Attempts {

    private final Asker asker;
    private final List<InetSocketAddress> servers;
    private final DnsQuestion question;
    private final Deadline deadline;
    private final CompletableFuture<DnsReply> result = new CompletableFuture<>();
    private final int most;
    private final Set<InetSocketAddress> asked = ConcurrentHashMap.newKeySet();
    private final Set<InetSocketAddress> failed = new HashSet<>();
    private DnsReply failure = new DnsReply.Refused();
    private int sent;
    private int pending;

    private Attempts(Asker asker, DnsQuestion question, Deadline deadline) {
        this.asker = asker;
        this.servers = asker.servers();
        this.question = question;
        this.deadline = deadline;
        this.most = asker.tries();
    }

    /** Completes by the deadline, on a virtual thread, and never exceptionally. */
    static CompletableFuture<DnsReply> ask(Asker asker, DnsQuestion question, Deadline deadline) {
        return new Attempts(asker, question, deadline).start();
    }

    private CompletableFuture<DnsReply> start() {
        Duration time = deadline.remaining();
        for (int attempt = 1; attempt < most; attempt++) {
            Budget.Timer.after(time.multipliedBy(attempt).dividedBy(most), result, this::next);
        }
        Budget.Timer.after(time, result, () -> result.complete(new DnsReply.Failed(Cause.TIMEOUT)));
        next();
        return result;
    }

    private void next() {
        choose().ifPresentOrElse(
                        server -> {
                            // Who was silent is asked again without EDNS: some drop what they do not know (RFC 6891
                            // §6.2.2).
                            boolean first = asked.add(server);
                            DnsClient.send(server, question, deadline.remaining(), first)
                                    .thenAccept(sent ->
                                            heard(server, asker.invented().doubt(server, sent)));
                        },
                        this::giveUpIfNobodyIsLeft);
    }

    private synchronized Optional<InetSocketAddress> choose() {
        if (result.isDone() || sent >= most) {
            return Optional.empty();
        }
        for (int i = 0; i < servers.size(); i++) {
            InetSocketAddress server = servers.get((sent + i) % servers.size());
            if (!failed.contains(server)) {
                if (!asker.maySend().getAsBoolean()) {
                    sent = most;
                    return Optional.empty();
                }
                sent++;
                pending++;
                return Optional.of(server);
            }
        }
        return Optional.empty();
    }

    private void heard(InetSocketAddress server, DnsClient.Sent outcome) {
        if (outcome.reply() instanceof DnsReply.Answer answer) {
            result.complete(answer);
            return;
        }
        note(server, outcome);
        next();
    }

    private synchronized void note(InetSocketAddress server, DnsClient.Sent outcome) {
        pending--;
        if (!outcome.garbled()) {
            failed.add(server);
        }
        if (!(failure instanceof DnsReply.Failed before && tellsMost(before))
                && outcome.reply() instanceof DnsReply.Failed) {
            failure = outcome.reply();
        }
    }

    /** What the servers of the name itself did is worth more than that a server of ours is away. */
    private static boolean tellsMost(DnsReply.Failed failure) {
        return switch (failure.cause()) {
            case SERVER_FAILURE, BOGUS, INVENTED -> true;
            case TIMEOUT, UNREACHABLE, REFUSED, ALIAS_END_UNKNOWN -> false;
        };
    }

    private synchronized void giveUpIfNobodyIsLeft() {
        if (pending == 0 && (sent >= most || failed.containsAll(servers))) {
            result.completeAsync(() -> failure, DnsClient.THREADS);
        }
    }
}
