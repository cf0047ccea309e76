package de.postlotse.planned.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.planned.AskedPlan;
import de.postlotse.planned.PlanOutcome;
import de.postlotse.planned.Plans;
import de.postlotse.policy.FindingTexts;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.page.ChangeAttributes;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** "Für Wartung herausnehmen", and back again. */
@Controller
@RequestMapping("/domains/{zone}/maintenance")
record MaintenancePages(
        Zones zones,
        Plans plans,
        PlannedList list,
        LocalTime times,
        FindingTexts texts,
        ChangeAttributes changes,
        Clock clock) {

    @GetMapping
    String ask(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam DomainName target,
            Model model) {
        return show(caller, zone, owner, target, model);
    }

    @PostMapping
    String takeOut(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam DomainName target,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String until,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        LocalTime.Typed start = times.read(from);
        LocalTime.Typed end = times.read(until);
        if (start instanceof LocalTime.Typed.Wrong || end instanceof LocalTime.Typed.Wrong) {
            model.addAttribute("wrongTime", clock.instant());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(caller, zone, owner, target, model);
        }
        return switch (plans.maintain(caller, zone, owner, target, instant(start), instant(end))) {
            case PlanOutcome.Planned planned -> "redirect:/domains/" + zone;
            case PlanOutcome.Reported reported -> "redirect:/domains/" + zone + "/planned";
            case PlanOutcome.NoSuchServer none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case PlanOutcome.WrongTime wrong -> {
                model.addAttribute("wrongTime", wrong.earliest());
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(caller, zone, owner, target, model);
            }
            case PlanOutcome.TooMany full -> {
                model.addAttribute("tooMany", full.most());
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(caller, zone, owner, target, model);
            }
            case PlanOutcome.Refused refused -> {
                model.addAttribute("refusals", texts.messages(refused.refused().findings(), locale));
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(caller, zone, owner, target, model);
            }
        };
    }

    @PostMapping("/back")
    String putBack(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam long id,
            @RequestParam @Nullable String confirmed,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return switch (plans.putBack(caller, zone, id, Consent.to(confirmed))) {
            case AskedPlan.Harmful harmful ->
                changes.ask(
                        model,
                        harmful.preview(),
                        "/domains/" + zone + "/maintenance/back",
                        Map.of("id", id),
                        null,
                        false,
                        locale);
            case PlanOutcome.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("refusals", texts.messages(refused.refused().findings(), locale));
                yield list.show(caller, zone, locale, model);
            }
            case PlanOutcome.NoSuchServer none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            default -> "redirect:/domains/" + zone;
        };
    }

    private String show(Caller caller, DomainName zone, DomainName owner, DomainName target, Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        MxSet set = found.setAt(owner)
                .filter(there -> there.targets().contains(target))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("zone", zone.toString());
        model.addAttribute("shownZone", zone.toUnicode());
        model.addAttribute("owner", owner.toString());
        model.addAttribute("target", target.toString());
        model.addAttribute("shownTarget", target.toUnicode());
        model.addAttribute("triedUntil", clock.instant().plusSeconds(set.ttl().seconds()));
        return "planned/maintenance";
    }

    private static @Nullable Instant instant(LocalTime.Typed typed) {
        return typed instanceof LocalTime.Typed.At at ? at.instant() : null;
    }
}
