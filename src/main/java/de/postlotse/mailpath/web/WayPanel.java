package de.postlotse.mailpath.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.mailpath.MailPath;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.mailpath.RouteView;
import de.postlotse.mailpath.RouteViews;
import de.postlotse.policy.HostStatus;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.SetChange;
import de.postlotse.zone.page.ChangePanel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the way of the mail before and after a change, where the change is shown before it is saved. */
@Component
record WayPanel(MailPaths paths, RouteViews views) implements ChangePanel {

    /** So many owners of a change are shown with their ways; of more, the sets alone. */
    private static final int MOST_OWNERS = 5;

    @Override
    public String template() {
        return "mailpath/change";
    }

    @Override
    public Map<String, Object> attributes(ChangePreview preview, Locale locale) {
        MailPaths asked = paths.knowing(
                preview.hosts().values().stream().collect(Collectors.toMap(HostStatus::host, HostStatus::answer)));
        Map<String, Pending> pending = new LinkedHashMap<>();
        preview.changes().stream()
                .limit(MOST_OWNERS)
                .forEach(change -> pending.put(
                        change.owner().toString(),
                        Pending.of(
                                asked,
                                change.with(preview.wildcards()),
                                Optional.ofNullable(preview.wildcards().get(change.owner())))));
        Map<String, BothWays> ways = new LinkedHashMap<>();
        pending.forEach((owner, both) -> ways.put(owner, both.shown(views, ways.size(), locale)));
        return Map.of("ways", ways);
    }

    /** Both ways of an owner while DNS is being asked about all of them at the same time. */
    private record Pending(
            CompletableFuture<MailPath> before, CompletableFuture<MailPath> after, Optional<MxSet> wildcard) {

        static Pending of(MailPaths paths, SetChange change, Optional<MxSet> wildcard) {
            return new Pending(
                    path(paths, change.owner(), change.before()),
                    path(paths, change.owner(), change.after()),
                    wildcard);
        }

        private static CompletableFuture<MailPath> path(MailPaths paths, DomainName owner, Optional<MxSet> set) {
            return paths.of(owner, set.map(MxSet::records).orElse(List.of()));
        }

        BothWays shown(RouteViews views, int place, Locale locale) {
            char letter = (char) ('A' + place);
            return new BothWays(
                    views.of(before.join().route(), "before" + letter, locale),
                    views.of(after.join().route(), "after" + letter, locale),
                    wildcard.map(set -> set.owner().toUnicode()).orElse(null));
        }
    }

    /**
     * The way of the mail to one owner.
     *
     * @param wildcard the owner of the set that counts afterwards, where that is a wildcard's
     */
    record BothWays(
            RouteView before, RouteView after, @Nullable String wildcard) {}
}
