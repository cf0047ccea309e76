package de.postlotse.mailpath.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.mailpath.MailPath;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.mailpath.RouteView;
import de.postlotse.mailpath.RouteViews;
import de.postlotse.zone.ChangePanel;
import de.postlotse.zone.ChangePreview;
import de.postlotse.zone.HostStatus;
import de.postlotse.zone.SetChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows the way of the mail before and after a change, where the change is shown before it is saved. */
@Component
class WayPanel implements ChangePanel {

    /** So many owners of a change are shown with their ways; of more, the sets alone. */
    private static final int MOST_OWNERS = 5;

    private final MailPaths paths;
    private final RouteViews views;

    WayPanel(MailPaths paths, RouteViews views) {
        this.paths = paths;
        this.views = views;
    }

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
                .forEach(change -> pending.put(change.owner().toString(), Pending.of(asked, change)));
        Map<String, BothWays> ways = new LinkedHashMap<>();
        pending.forEach((owner, both) -> ways.put(owner, both.shown(views, ways.size(), locale)));
        return Map.of("ways", ways);
    }

    /** Both ways of an owner while DNS is being asked about all of them at the same time. */
    private record Pending(CompletableFuture<MailPath> before, CompletableFuture<MailPath> after) {

        static Pending of(MailPaths paths, SetChange change) {
            return new Pending(
                    path(paths, change.owner(), change.before()), path(paths, change.owner(), change.after()));
        }

        private static CompletableFuture<MailPath> path(MailPaths paths, DomainName owner, Optional<MxSet> set) {
            return paths.of(owner, set.map(MxSet::records).orElse(List.of()));
        }

        BothWays shown(RouteViews views, int place, Locale locale) {
            char letter = (char) ('A' + place);
            return new BothWays(
                    views.of(before.join().route(), "before" + letter, locale),
                    views.of(after.join().route(), "after" + letter, locale));
        }
    }

    /** The way of the mail to one owner. */
    record BothWays(RouteView before, RouteView after) {}
}
