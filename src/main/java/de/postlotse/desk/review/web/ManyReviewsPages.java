package de.postlotse.desk.review.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.finding.FindingCursor;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.web.ReviewForm;
import de.postlotse.desk.review.ManyReviews;
import de.postlotse.desk.review.Reviews;
import de.postlotse.dns.DomainName;
import de.postlotse.store.StorableText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Geprüft" for several zones of the list at once, and for all of an incident; leads back to the list. */
@Controller
record ManyReviewsPages(ManyReviews reviews) {

    /** @param after where the page of the list starts */
    @PostMapping("/support/review")
    String note(
            Caller caller,
            @ModelAttribute("filter") ReviewForm form,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "") List<DomainName> zone,
            @RequestParam @Nullable UUID edit,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        String list = FindingCursor.read(after).map(form::listAfter).orElseGet(form::list);
        String given = StorableText.of(remark);
        if (zone.isEmpty() || isAtFault(given)) {
            redirect.addFlashAttribute("remark", remark);
            redirect.addFlashAttribute(
                    "ticked", zone.stream().map(DomainName::toString).toList());
            redirect.addFlashAttribute("noneTicked", zone.isEmpty());
            redirect.addFlashAttribute("remarkAtFault", isAtFault(given));
            return "redirect:" + list;
        }
        UUID id = edit == null ? UUID.randomUUID() : edit;
        redirect.addFlashAttribute("manyReviewed", reviews.note(caller, zone, new Reviews.NewReview(id, given, null)));
        return "redirect:" + list;
    }

    @PostMapping("/support/incidents/reviewed")
    String noteAll(
            Caller caller,
            @ModelAttribute("filter") ReviewForm form,
            @RequestParam FindingKind of,
            @RequestParam String about,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        String given = StorableText.of(remark);
        if (isAtFault(given)) {
            redirect.addFlashAttribute("incidentAtFault", of + " " + about);
            redirect.addFlashAttribute("remark", remark);
        } else {
            redirect.addFlashAttribute("manyReviewed", reviews.noteAll(caller, of, StorableText.of(about), given));
        }
        return "redirect:" + form.list();
    }

    private static boolean isAtFault(String remark) {
        return remark.isEmpty() || remark.length() > Reviews.LONGEST_REMARK;
    }
}
