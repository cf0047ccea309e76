package de.postlotse.mailpath;

import de.postlotse.lookup.AddressText;
import de.postlotse.mailpath.RouteView.GroupView;
import de.postlotse.mailpath.RouteView.Look;
import de.postlotse.mailpath.RouteView.ServerView;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes routes ready to be shown. */
@Component
public class RouteViews {

    private final RouteTexts texts;

    RouteViews(RouteTexts texts) {
        this.texts = texts;
    }

    /** @param id unique on the page, of letters only */
    public RouteView of(Route route, String id, Locale locale) {
        String outcome = outcome(route.end());
        List<GroupView> groups =
                route.groups().stream().map(group -> group(group, locale)).toList();
        List<String> steps =
                route.steps().stream().map(step -> texts.step(step, locale)).toList();
        String domain = route.domain().toUnicode();
        Picture picture = new PictureMaker(
                        texts.text(locale, "picture.sender", domain),
                        texts.text(locale, "picture.else"),
                        texts.text(locale, "picture.nobody"),
                        texts.shortEnd(route.end(), locale))
                .draw(steps, groups, outcome);
        return new RouteView(
                id,
                domain,
                outcome,
                tone(route),
                texts.end(route, locale),
                texts.patience(route.end(), locale),
                steps,
                groups,
                route.differences().stream()
                        .map(difference -> texts.difference(difference, locale))
                        .toList(),
                picture);
    }

    private static String tone(Route route) {
        return switch (route.end()) {
            case End.Delivered delivered -> route.isDisputed() ? "warn" : "good";
            case End.Deferred deferred -> "warn";
            case End.Bounced bounced -> "bad";
        };
    }

    private static String outcome(End end) {
        return switch (end) {
            case End.Delivered delivered -> "DELIVERED";
            case End.Deferred deferred -> "DEFERRED";
            case End.Bounced bounced -> "BOUNCED";
        };
    }

    private GroupView group(Group group, Locale locale) {
        List<ServerView> servers =
                group.servers().stream().map(server -> server(server, locale)).toList();
        return new GroupView(title(group, locale), servers);
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
                server.addresses().stream().map(AddressText::of).toList(),
                server.fate().name(),
                texts.fate(server, locale),
                Look.of(server.fate()));
    }
}
