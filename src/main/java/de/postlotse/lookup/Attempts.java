package de.postlotse.lookup;

import de.postlotse.lookup.HostAnswer.Cause;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One question, put to one or several servers that are equally good until one of them answers. A server that fails is
 * left at once for the next one. One that is silent is not given up: after a part of the time the next server is asked
 * beside it, or the same one again, since a UDP packet may be lost; the first answer counts.
 */
final class Attempts {

    private static final int LEAST = 3;

    private final DnsClient client;
    private final List<InetSocketAddress> servers;
    private final Question question;
    private final Deadline deadline;
    private final CompletableFuture<Reply> result = new CompletableFuture<>();
    private final int most;
    private final Set<InetSocketAddress> failed = new HashSet<>();
    private Reply failure = new Reply.Refused();
    private int sent;
    private int pending;

    private Attempts(DnsClient client, List<InetSocketAddress> servers, Question question, Deadline deadline) {
        this.client = client;
        this.servers = servers;
        this.question = question;
        this.deadline = deadline;
        this.most = Math.max(LEAST, servers.size());
    }

    /** Completes by the deadline, on a virtual thread, and never exceptionally. */
    static CompletableFuture<Reply> ask(
            DnsClient client, List<InetSocketAddress> servers, Question question, Deadline deadline) {
        return new Attempts(client, List.copyOf(servers), question, deadline).start();
    }

    private CompletableFuture<Reply> start() {
        Duration time = deadline.remaining();
        for (int attempt = 1; attempt < most; attempt++) {
            Timer.after(time.multipliedBy(attempt).dividedBy(most), result, this::next);
        }
        Timer.after(time, result, () -> result.complete(new Reply.Failed(Cause.TIMEOUT)));
        next();
        return result;
    }

    private void next() {
        choose().ifPresent(server ->
                client.send(server, question, deadline.remaining()).thenAccept(reply -> heard(server, reply)));
    }

    private synchronized Optional<InetSocketAddress> choose() {
        if (result.isDone() || sent >= most) {
            return Optional.empty();
        }
        for (int i = 0; i < servers.size(); i++) {
            InetSocketAddress server = servers.get((sent + i) % servers.size());
            if (!failed.contains(server)) {
                sent++;
                pending++;
                return Optional.of(server);
            }
        }
        return Optional.empty();
    }

    private void heard(InetSocketAddress server, DnsClient.Sent outcome) {
        if (outcome.reply() instanceof Reply.Answer answer) {
            result.complete(answer);
            return;
        }
        note(server, outcome);
        next();
        giveUpIfNobodyIsLeft();
    }

    private synchronized void note(InetSocketAddress server, DnsClient.Sent outcome) {
        pending--;
        if (!outcome.garbled()) {
            failed.add(server);
        }
        boolean known = failure instanceof Reply.Failed before && before.cause() == Cause.SERVER_FAILURE;
        if (!known && outcome.reply() instanceof Reply.Failed) {
            failure = outcome.reply();
        }
    }

    private synchronized void giveUpIfNobodyIsLeft() {
        if (pending == 0 && (sent >= most || failed.containsAll(servers))) {
            result.completeAsync(() -> failure, DnsClient.THREADS);
        }
    }
}
