package de.postlotse.mailpath;

import de.postlotse.mailpath.RouteView.GroupView;
import de.postlotse.mailpath.RouteView.Look;
import de.postlotse.mailpath.RouteView.ServerView;
import de.postlotse.policy.ShownAddresses;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes routes ready to be shown. */
@Component
public record RouteViews(RouteTexts texts, ShownAddresses addresses) {

    /** @param id unique on the page, of letters only */
    public RouteView of(Route route, String id, Locale locale) {
        String outcome = outcome(route.end());
        List<String> steps =
                route.steps().stream().map(step -> texts.step(step, locale)).toList();
        String domain = route.domain().toUnicode();
        return new RouteView(
                id,
                domain,
                outcome,
                route.end() instanceof End.Delivered && (route.isDisputed() || route.isImplicit())
                        ? "DISPUTED"
                        : outcome,
                texts.end(route, locale),
                texts.shortEnd(route, locale),
                texts.patience(route.end(), locale),
                steps,
                groups(route.groups(), locale),
                route.differences().stream()
                        .map(difference -> texts.difference(difference, locale))
                        .toList());
    }

    private static String outcome(End end) {
        return switch (end) {
            case End.Delivered delivered -> "DELIVERED";
            case End.Deferred deferred -> "DEFERRED";
            case End.Bounced bounced -> "BOUNCED";
        };
    }

    private List<GroupView> groups(List<Group> groups, Locale locale) {
        return IntStream.range(0, groups.size())
                .mapToObj(at -> group(groups.get(at), at + 1 < groups.size(), locale))
                .toList();
    }

    private GroupView group(Group group, boolean goesOn, Locale locale) {
        List<ServerView> servers =
                group.servers().stream().map(server -> server(server, locale)).toList();
        boolean nobody = servers.stream().allMatch(server -> server.look() == Look.SKIPPED);
        return new GroupView(
                title(group, locale), servers, goesOn ? texts.text(locale, nobody ? "nobody" : "else") : null);
    }

    private String title(Group group, Locale locale) {
        if (group.preference() == null) {
            return texts.text(locale, "group.implicit");
        }
        String key = group.servers().size() == 1 ? "group" : "group.random";
        return texts.text(locale, key, group.preference().toString());
    }

    private ServerView server(Server server, Locale locale) {
        return new ServerView(
                server.name().toString(),
                server.fate() == Fate.NULL_MX
                        ? texts.text(locale, "null-mx")
                        : server.name().toUnicode(),
                server.isAlias() ? server.canonical().toUnicode() : null,
                addresses.of(server.addresses()),
                server.fate().name(),
                texts.fate(server, locale),
                Look.of(server.fate()));
    }
}
