package de.postlotse.desk.finding.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.finding.FindingCursor;
import de.postlotse.desk.finding.FindingFilter;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.FindingLine;
import de.postlotse.desk.finding.Incident;
import de.postlotse.desk.finding.ReviewList;
import de.postlotse.desk.takeover.ServedZones;
import de.postlotse.dns.DomainName;
import de.postlotse.store.KeysetPage;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** "Prüfliste": what is wrong with any zone, worst first. */
@Controller
record ReviewListPages(ReviewList list, FindingViews views, ServedZones served) {

    private static final int INCIDENTS = 20;

    /** @param after where a further page starts, see {@link FindingCursor} */
    @GetMapping("/support/review")
    String list(
            Caller caller,
            @ModelAttribute("filter") ReviewForm form,
            @RequestParam @Nullable String after,
            Locale locale,
            Model model) {
        FindingFilter filter = form.filter();
        FindingCursor place = FindingCursor.read(after).orElse(null);
        KeysetPage<FindingLine, FindingCursor> page = list.page(caller, filter, place);
        List<Incident> incidents = place == null ? list.incidents(caller, filter, INCIDENTS + 1) : List.of();
        model.addAttribute("lines", views.of(page.lines(), form, locale));
        model.addAttribute("next", page.next() == null ? null : form.listAfter(page.next()));
        model.addAttribute(
                "incidents",
                views.ofIncidents(incidents.stream().limit(INCIDENTS).toList(), form, locale));
        model.addAttribute("moreIncidents", incidents.size() > INCIDENTS);
        model.addAttribute("fields", form.fields());
        model.addAttribute("after", place);
        model.addAttribute("shown", filter.kind() == null && filter.subject() == null ? form.shown() : null);
        model.addAttribute(
                "chips",
                Stream.of(FindingFilter.Show.values())
                        .map(show -> new Chip(show, form.listShowing(show)))
                        .toList());
        if (!model.containsAttribute("edit")) {
            model.addAttribute("edit", UUID.randomUUID());
        }
        model.addAttribute("kinds", FindingKind.values());
        model.addAttribute("ages", FindingFilter.Age.values());
        model.addAttribute("standings", FindingFilter.Standing.values());
        model.addAttribute("nameServers", served.nameServers());
        model.addAttribute("onlySubject", filter.subject() == null ? null : shown(filter));
        model.addAttribute("withoutSubject", form.listWithoutSubject());
        return "desk/finding/list";
    }

    /** A usual cut of the list. */
    record Chip(FindingFilter.Show show, String address) {}

    private static String shown(FindingFilter filter) {
        String subject = String.valueOf(filter.subject());
        try {
            return DomainName.of(subject).toUnicode();
        } catch (IllegalArgumentException notAName) {
            return subject;
        }
    }
}
