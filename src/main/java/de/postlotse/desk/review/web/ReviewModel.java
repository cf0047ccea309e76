package de.postlotse.desk.review.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.finding.FindingCursor;
import de.postlotse.desk.finding.FindingFilter;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.FindingLine;
import de.postlotse.desk.finding.ReviewList;
import de.postlotse.desk.finding.web.FindingViews;
import de.postlotse.desk.finding.web.ReviewForm;
import de.postlotse.desk.review.Reviews;
import de.postlotse.desk.review.Waivers;
import de.postlotse.desk.sweep.HostKnowledge;
import de.postlotse.desk.sweep.MailHosts;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.page.ZoneParts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in what the review page of a zone shows, for each of the ways that lead to it. */
@Component
record ReviewModel(
        ReviewList list, Reviews reviews, Waivers waivers, MailHosts hosts, ZoneParts parts, FindingViews views) {

    private static final int OTHER_ZONES = 20;

    /** @param checked whether DNS is asked about each server before the page is sent */
    String show(
            Model model,
            Caller caller,
            ZoneSnapshot zone,
            ReviewForm form,
            ReviewNoteForm note,
            boolean checked,
            Locale locale) {
        model.addAllAttributes(parts.attributes(caller, zone, checked, locale));
        List<FindingLine> findings = list.of(caller, zone);
        model.addAttribute("findings", views.of(findings, form, locale));
        model.addAttribute("nameServer", zone.nameServer());
        model.addAttribute("publishedVersion", zone.publication().version());
        model.addAttribute("notLive", !zone.isLive() && zone.drift() == null);
        model.addAttribute("known", known(zone));
        model.addAttribute("reviews", reviews.of(caller, zone));
        model.addAttribute("secondLook", list.secondLook(caller, zone).orElse(null));
        model.addAttribute("tomorrow", reviews.tomorrow());
        model.addAttribute("note", note);
        model.addAttribute("waivers", waivers.of(caller, zone));
        model.addAttribute("advice", FindingKind.SINGLE_SERVER.name());
        model.addAttribute("others", list.otherZones(caller, zone, OTHER_ZONES));
        model.addAttribute("list", form.list());
        model.addAttribute("check", form.checked(zone.name()));
        model.addAttribute("wayBack", form.wayBack());
        neighbours(model, caller, form, place(form, findings));
        return "desk/review/zone";
    }

    /** The page of the next zone in the list, or nothing at its end. */
    Optional<String> next(Caller caller, ZoneSnapshot zone, ReviewForm form) {
        FindingCursor place = place(form, list.of(caller, zone));
        return place == null
                ? Optional.empty()
                : list.next(caller, form.filter(), place).map(line -> form.page(line.zone(), line.cursor()));
    }

    private void neighbours(Model model, Caller caller, ReviewForm form, @Nullable FindingCursor place) {
        model.addAttribute("inList", place != null);
        if (place != null) {
            FindingFilter filter = form.filter();
            list.previous(caller, filter, place).ifPresent(line -> neighbour(model, "previous", line, form));
            list.next(caller, filter, place).ifPresent(line -> neighbour(model, "next", line, form));
        }
    }

    private static void neighbour(Model model, String name, FindingLine line, ReviewForm form) {
        model.addAttribute(name, form.page(line.zone(), line.cursor()));
        model.addAttribute(name + "Zone", line.zone().toUnicode());
    }

    /** Whoever comes from elsewhere is where the worst finding of the zone stands. */
    private static @Nullable FindingCursor place(ReviewForm form, List<FindingLine> findings) {
        FindingCursor given = form.place();
        return given != null || findings.isEmpty() ? given : findings.getFirst().cursor();
    }

    private Map<String, HostKnowledge> known(ZoneSnapshot zone) {
        Set<DomainName> targets = zone.mxSets().stream()
                .map(MxSet::targets)
                .flatMap(List::stream)
                .filter(target -> !target.isRoot())
                .collect(Collectors.toSet());
        return hosts.of(targets).values().stream()
                .collect(Collectors.toMap(known -> known.host().toString(), Function.identity()));
    }
}
