package de.postlotse.lookup.resolver;

import de.postlotse.lookup.AddressText;
import de.postlotse.lookup.ResolverFaults;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks each resolver, at the start and every hour, for names that nobody has. One that answers them would make every
 * mistyped mail server exist.
 */
final class ResolverCheck implements ResolverFaults, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ResolverCheck.class);

    /** None of them has a wildcard. */
    private static final List<String> TOP_LEVEL = List.of("com", "net", "org", "de");

    /** One answer may be an accident; somebody may own the name. */
    private static final int ENOUGH = 2;

    private static final char[] LETTERS = "abcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final int LABEL = 24;

    private final List<InetSocketAddress> resolvers;
    private final InventedAnswers invented;
    private final Duration budget;
    private final SecureRandom random = new SecureRandom();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("resolver-check").factory());

    ResolverCheck(List<InetSocketAddress> resolvers, InventedAnswers invented, Duration budget) {
        this.resolvers = List.copyOf(resolvers);
        this.invented = invented;
        this.budget = budget;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var unused = clock.scheduleWithFixedDelay(this::check, 0, 1, TimeUnit.HOURS);
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    @Override
    public List<String> inventing() {
        return resolvers.stream()
                .filter(invented::areAnsweredBy)
                .map(ResolverCheck::text)
                .toList();
    }

    /** What a resolver does not answer now says nothing of it. */
    void check() {
        for (InetSocketAddress resolver : resolvers) {
            Asker asker = Asker.ofResolvers(List.of(resolver));
            List<DnsReply> replies =
                    SideBySide.all(TOP_LEVEL, top -> asker.ask(nobodys(top), Type.A, Deadline.in(budget)));
            long heard =
                    replies.stream().filter(DnsReply.Answer.class::isInstance).count();
            boolean invents =
                    replies.stream().filter(InventedAnswers::hasAddress).count() >= ENOUGH;
            if (heard > 0 && invented.note(resolver, invents)) {
                tell(resolver, invents);
            }
        }
    }

    private static void tell(InetSocketAddress resolver, boolean invents) {
        if (invents) {
            log.warn(
                    "The resolver {} answers names that do not exist. Until postlotse.dns.resolvers names another one,"
                            + " what it says exists counts as not checked",
                    text(resolver));
        } else {
            log.info("The resolver {} no longer answers names that do not exist", text(resolver));
        }
    }

    private Name nobodys(String top) {
        StringBuilder label = new StringBuilder(LABEL);
        random.ints(LABEL, 0, LETTERS.length).forEach(letter -> label.append(LETTERS[letter]));
        try {
            return Name.fromString(label + "." + top + ".");
        } catch (TextParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(InetSocketAddress resolver) {
        return AddressText.of(resolver.getAddress()) + ":" + resolver.getPort();
    }
}
