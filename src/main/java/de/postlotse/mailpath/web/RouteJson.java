package de.postlotse.mailpath.web;

import de.postlotse.lookup.AddressText;
import de.postlotse.mailpath.End;
import de.postlotse.mailpath.Group;
import de.postlotse.mailpath.Route;
import de.postlotse.mailpath.RouteView;
import de.postlotse.mailpath.Server;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The way of a mail; codes are stable and in English, messages in the caller's language.
 *
 * @param outcome DELIVERED, DEFERRED or BOUNCED
 * @param reason why it is deferred or bounced
 * @param routed whether a sender finds a server to contact, though perhaps one that nobody can reach
 * @param keepsTryingDays for how long senders try again at least, where the mail is deferred (RFC 5321 §4.5.4.1)
 */
record RouteJson(
        String domain,
        String outcome,
        @Nullable String reason,
        String message,
        boolean routed,
        @Nullable Integer keepsTryingDays,
        List<String> steps,
        List<GroupJson> groups,
        List<DifferenceJson> differences) {

    /** RFC 5321 §4.5.4.1: "at least 4-5 days". */
    private static final int DAYS = 4;

    static RouteJson of(Route route, Function<Route, RouteView> views) {
        RouteView view = views.apply(route);
        return new RouteJson(
                route.domain().toString(),
                view.outcome(),
                reason(route.end()),
                view.sentence(),
                route.isRouted(),
                route.end() instanceof End.Deferred ? DAYS : null,
                view.steps(),
                IntStream.range(0, route.groups().size())
                        .mapToObj(i -> GroupJson.of(
                                route.groups().get(i), view.groups().get(i)))
                        .toList(),
                IntStream.range(0, route.differences().size())
                        .mapToObj(i -> DifferenceJson.of(
                                route.differences().get(i), view.differences().get(i)))
                        .toList());
    }

    private static @Nullable String reason(End end) {
        return switch (end) {
            case End.Delivered delivered -> null;
            case End.Deferred deferred -> deferred.reason().name();
            case End.Bounced bounced -> bounced.reason().name();
        };
    }

    /** @param priority null where the domain's own addresses stand in for MX records */
    record GroupJson(@Nullable Integer priority, List<ServerJson> servers) {

        static GroupJson of(Group group, RouteView.GroupView view) {
            return new GroupJson(
                    group.preference() == null ? null : group.preference().value(),
                    IntStream.range(0, group.servers().size())
                            .mapToObj(i -> ServerJson.of(
                                    group.servers().get(i), view.servers().get(i)))
                            .toList());
        }
    }

    /**
     * @param canonical where its aliases end; null where it is none
     * @param attempted the addresses that a sender connects to, without those of servers before
     */
    record ServerJson(
            String host,
            @Nullable String canonical,
            List<String> addresses,
            List<String> attempted,
            String fate,
            String message) {

        static ServerJson of(Server server, RouteView.ServerView view) {
            return new ServerJson(
                    server.name().toString(),
                    server.isAlias() ? server.canonical().toString() : null,
                    view.addresses(),
                    server.attempted().stream()
                            .map(AddressText::of)
                            .filter(view.addresses()::contains)
                            .toList(),
                    server.fate().name(),
                    view.fateText());
        }
    }

    /** What Postfix does otherwise. */
    record DifferenceJson(String code, List<String> hosts, String message) {

        static DifferenceJson of(Route.Difference difference, String message) {
            return new DifferenceJson(
                    difference.kind().name(),
                    difference.hosts().stream().map(Object::toString).toList(),
                    message);
        }
    }
}
