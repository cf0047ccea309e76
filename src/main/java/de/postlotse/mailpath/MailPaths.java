package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.MxLookup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** Asks DNS for all that the way of a mail depends on, about all servers at once. */
@Service
public record MailPaths(MxLookup mx, HostLookup hosts) {

    /** So many servers of a domain are examined, the best ones. */
    public static final int MOST_SERVERS = 20;

    /** The same for several ways at one moment: no host is asked about twice, and none that is known already. */
    public MailPaths knowing(Map<DomainName, HostAnswer> known) {
        return new MailPaths(mx, new AskedOnce(hosts, known));
    }

    /**
     * The way of the mail as DNS has it now.
     *
     * @return completes within three budgets for DNS, never exceptionally
     */
    public CompletableFuture<MailPath> of(DomainName domain) {
        return mx.ask(domain).thenCompose(answer -> examine(domain, answer));
    }

    /**
     * The way of the mail if the domain had these MX records, saved or not.
     *
     * @param records none at all means that the domain's own addresses count
     */
    public CompletableFuture<MailPath> of(DomainName domain, List<MxRecord> records) {
        return examine(
                domain,
                records.isEmpty() ? new MxLookup.Answer.NoMx(domain) : new MxLookup.Answer.Records(domain, records));
    }

    private CompletableFuture<MailPath> examine(DomainName domain, MxLookup.Answer answer) {
        Map<DomainName, MailPath.ServerAnswer> servers = new ConcurrentHashMap<>();
        CompletableFuture<?>[] questions = serversOf(answer).stream()
                .map(name -> ask(name).thenAccept(server -> servers.put(name, server)))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(questions).thenApply(all -> new MailPath(domain, answer, servers));
    }

    private static List<DomainName> serversOf(MxLookup.Answer answer) {
        return switch (answer) {
            case MxLookup.Answer.Records found ->
                found.records().stream()
                        .map(MxRecord::target)
                        .filter(target -> !target.isRoot())
                        .distinct()
                        .limit(MOST_SERVERS)
                        .toList();
            case MxLookup.Answer.NoMx none -> List.of(none.owner());
            case MxLookup.Answer.NoSuchName none -> List.of();
            case MxLookup.Answer.Unknown unknown -> List.of();
        };
    }

    /** Senders follow an alias, whatever RFC 5321 §5.1 says of it. */
    private CompletableFuture<MailPath.ServerAnswer> ask(DomainName host) {
        return hosts.ask(host)
                .thenCompose(answer -> answer instanceof HostAnswer.Alias alias
                        ? hosts.ask(alias.canonical()).thenApply(end -> read(alias.canonical(), end))
                        : CompletableFuture.completedFuture(read(host, answer)));
    }

    private static MailPath.ServerAnswer read(DomainName name, HostAnswer answer) {
        return switch (answer) {
            case HostAnswer.Addresses found -> new MailPath.ServerAnswer.Found(name, found.addresses());
            case HostAnswer.NoSuchName none -> new MailPath.ServerAnswer.Missing(Fate.NO_SUCH_NAME);
            case HostAnswer.NoAddress none -> new MailPath.ServerAnswer.Missing(Fate.NO_ADDRESS);
            case HostAnswer.DanglingAlias dangling -> new MailPath.ServerAnswer.Missing(Fate.DANGLING_ALIAS);
            // It was no alias a moment ago.
            case HostAnswer.Alias alias -> new MailPath.ServerAnswer.Unknown();
            case HostAnswer.Unknown unknown -> new MailPath.ServerAnswer.Unknown();
        };
    }

    /** Asks about each host once at most, so that ways that are shown side by side rest on the same answers. */
    private static final class AskedOnce implements HostLookup {

        private final HostLookup hosts;
        private final Map<DomainName, CompletableFuture<HostAnswer>> answers = new ConcurrentHashMap<>();

        AskedOnce(HostLookup hosts, Map<DomainName, HostAnswer> known) {
            this.hosts = hosts;
            known.forEach((host, answer) -> answers.put(host, CompletableFuture.completedFuture(answer)));
        }

        @Override
        public CompletableFuture<HostAnswer> ask(DomainName host) {
            return answers.computeIfAbsent(host, hosts::ask);
        }
    }
}
