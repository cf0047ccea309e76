package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a route into words that people understand who have never heard of MX records. */
@Component
record RouteTexts(MessageSource messages) {

    /** The end in one sentence. */
    String end(Route route, Locale locale) {
        String domain = readable(route.domain());
        return switch (route.end()) {
            case End.Delivered delivered ->
                route.isImplicit()
                        ? text(locale, "delivered.own-address", domain)
                        : delivered(domain, delivered.groups(), locale)
                                + (route.isDisputed() ? " " + text(locale, "disputed") : "");
            case End.Deferred deferred ->
                text(
                        locale,
                        route.isImplicit() && deferred.reason() == End.Delay.NOT_REACHABLE
                                ? "own-address-not-reachable"
                                : "delay." + deferred.reason(),
                        domain);
            case End.Bounced bounced -> text(locale, "refusal." + bounced.reason(), domain);
        };
    }

    /** The end in a word or two. */
    String shortEnd(Route route, Locale locale) {
        return switch (route.end()) {
            case End.Delivered delivered -> text(locale, route.isImplicit() ? "end.own-address" : "end.delivered");
            case End.Deferred deferred -> text(locale, "end.deferred");
            case End.Bounced bounced -> text(locale, "end.bounced");
        };
    }

    /** How long senders keep the mail, where they do. */
    @Nullable
    String patience(End end, Locale locale) {
        return end instanceof End.Deferred ? text(locale, "patience") : null;
    }

    String step(Route.Step step, Locale locale) {
        return switch (step) {
            case Route.Step.AliasFollowed alias -> text(locale, "step.alias", readable(alias.end()));
            case Route.Step.MxFound found -> text(locale, "step.mx", found.records(), found.groups());
            case Route.Step.NoMx none -> text(locale, "step.no-mx");
            case Route.Step.NoSuchDomain none -> text(locale, "step.no-such-domain");
            case Route.Step.MxUnknown unknown -> text(locale, "step.mx-unknown." + unknown.cause());
        };
    }

    String fate(Server server, Locale locale) {
        return text(locale, "fate." + server.fate());
    }

    String difference(Route.Difference difference, Locale locale) {
        List<String> hosts =
                difference.hosts().stream().map(RouteTexts::readable).toList();
        return text(locale, "difference." + difference.kind(), String.join(", ", hosts));
    }

    String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage("mail-path." + key, arguments, locale);
    }

    static String readable(DomainName name) {
        String unicode = name.toUnicode();
        return unicode.equals(name.toString()) ? unicode : unicode + " (" + name + ")";
    }

    private String delivered(String domain, List<Group> groups, Locale locale) {
        List<String> turns = groups.stream().map(group -> either(group, locale)).toList();
        return turns.size() == 1
                ? text(locale, "delivered", domain, turns.getFirst())
                : text(
                        locale,
                        "delivered.next",
                        domain,
                        turns.getFirst(),
                        String.join(text(locale, "then") + " ", turns.subList(1, turns.size())));
    }

    private String either(Group group, Locale locale) {
        List<String> names = group.servers().stream()
                .map(server -> server.name().toUnicode())
                .toList();
        return names.size() == 1
                ? names.getFirst()
                : text(locale, "or", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }
}
