package de.postlotse.support.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.ServedZones;
import de.postlotse.support.FindingAge;
import de.postlotse.support.FindingCursor;
import de.postlotse.support.FindingFilter;
import de.postlotse.support.FindingKind;
import de.postlotse.support.FindingPage;
import de.postlotse.support.Incident;
import de.postlotse.support.ReviewList;
import de.postlotse.support.WantedStanding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** "Prüfliste": what is wrong with any zone, worst first. */
@Controller
class ReviewListPages {

    private static final int INCIDENTS = 20;

    private final ReviewList list;
    private final FindingViews views;
    private final ServedZones served;

    ReviewListPages(ReviewList list, FindingViews views, ServedZones served) {
        this.list = list;
        this.views = views;
        this.served = served;
    }

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
        FindingPage page = list.page(caller, filter, place);
        List<Incident> incidents = place == null ? list.incidents(caller, filter, INCIDENTS + 1) : List.of();
        model.addAttribute("lines", views.of(page.lines(), form, locale));
        model.addAttribute("next", page.next() == null ? null : form.listAfter(page.next()));
        model.addAttribute(
                "incidents",
                views.ofIncidents(incidents.stream().limit(INCIDENTS).toList(), form, locale));
        model.addAttribute("moreIncidents", incidents.size() > INCIDENTS);
        model.addAttribute("fields", form.fields());
        model.addAttribute("kinds", FindingKind.values());
        model.addAttribute("ages", FindingAge.values());
        model.addAttribute("standings", WantedStanding.values());
        model.addAttribute("nameServers", served.nameServers());
        model.addAttribute("onlySubject", filter.subject() == null ? null : shown(filter));
        model.addAttribute("withoutSubject", form.listWithoutSubject());
        return "support/findings";
    }

    private static String shown(FindingFilter filter) {
        String subject = String.valueOf(filter.subject());
        try {
            return DomainName.of(subject).toUnicode();
        } catch (IllegalArgumentException notAName) {
            return subject;
        }
    }
}
