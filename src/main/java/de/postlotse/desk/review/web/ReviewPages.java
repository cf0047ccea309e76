package de.postlotse.desk.review.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.web.ReviewForm;
import de.postlotse.desk.review.Reviews;
import de.postlotse.desk.review.Waivers;
import de.postlotse.dns.DomainName;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.mailpath.RouteViews;
import de.postlotse.store.StorableText;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A zone of the list of what is to be looked at: everything that one needs to judge it, and what one can do. */
@Controller
@RequestMapping("/support/review/{zone}")
record ReviewPages(
        Zones zones, Reviews reviews, Waivers waivers, ReviewModel reviewModel, MailPaths paths, RouteViews routes) {

    /** @param check present where the reader asked for what DNS says without JavaScript */
    @GetMapping
    String show(
            Caller caller,
            @PathVariable DomainName zone,
            @ModelAttribute("filter") ReviewForm form,
            @RequestParam @Nullable String check,
            Locale locale,
            Model model) {
        return reviewModel.show(
                model, caller, zones.require(caller, zone), form, ReviewNoteForm.empty(), check != null, locale);
    }

    /** The way of the mail, for the page that is shown already. */
    @GetMapping("/way")
    String way(Caller caller, @PathVariable DomainName zone, Locale locale, Model model) {
        DomainName found = zones.require(caller, zone).name();
        model.addAttribute("view", routes.of(paths.of(found).join().route(), "way", locale));
        return "desk/review/way";
    }

    /** "Geprüft"; leads to the next zone of the list. */
    @PostMapping
    String note(
            Caller caller,
            @PathVariable DomainName zone,
            @ModelAttribute("filter") ReviewForm form,
            @ModelAttribute("note") ReviewNoteForm note,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ZoneSnapshot found = zones.require(caller, zone);
        boolean dayAtFault = note.isDayAtFault(reviews.tomorrow());
        if (note.isRemarkAtFault() || dayAtFault) {
            model.addAttribute("remarkAtFault", note.isRemarkAtFault());
            model.addAttribute("dayAtFault", dayAtFault);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return reviewModel.show(model, caller, found, form, note, false, locale);
        }
        Optional<String> next = reviewModel.next(caller, found, form);
        reviews.note(caller, found, note.review(reviews.tomorrow()));
        redirect.addFlashAttribute("reviewed", found.name().toUnicode());
        return "redirect:" + next.orElseGet(form::list);
    }

    /** Says that advice does not count for the zone. */
    @PostMapping("/waiver")
    String waive(
            Caller caller,
            @PathVariable DomainName zone,
            @ModelAttribute("filter") ReviewForm form,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ZoneSnapshot found = zones.require(caller, zone);
        String given = StorableText.of(reason);
        if (given.isEmpty() || given.length() > Waivers.LONGEST_REASON) {
            model.addAttribute("reason", reason);
            model.addAttribute("reasonAtFault", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return reviewModel.show(model, caller, found, form, ReviewNoteForm.empty(), false, locale);
        }
        waivers.waive(caller, found, FindingKind.SINGLE_SERVER, given);
        return "redirect:" + form.page(found.name());
    }

    /** The advice counts again. */
    @PostMapping("/waiver/back")
    String takeBack(Caller caller, @PathVariable DomainName zone, @ModelAttribute("filter") ReviewForm form) {
        ZoneSnapshot found = zones.require(caller, zone);
        waivers.takeBack(caller, found, FindingKind.SINGLE_SERVER);
        return "redirect:" + form.page(found.name());
    }
}
