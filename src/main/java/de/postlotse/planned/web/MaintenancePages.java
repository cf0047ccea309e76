package de.postlotse.planned.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.planned.PlanOutcome;
import de.postlotse.planned.Plans;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
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
class MaintenancePages {

    private final Zones zones;
    private final Plans plans;
    private final LocalTime times;
    private final PlannedTexts texts;
    private final Clock clock;

    MaintenancePages(Zones zones, Plans plans, LocalTime times, PlannedTexts texts, Clock clock) {
        this.zones = zones;
        this.plans = plans;
        this.times = times;
        this.texts = texts;
        this.clock = clock;
    }

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
            case PlanOutcome.Refused refused -> {
                model.addAttribute("refusals", texts.of(refused.refused().findings(), locale));
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
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return switch (plans.putBack(caller, zone, id)) {
            case PlanOutcome.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("refusals", texts.of(refused.refused().findings(), locale));
                yield PlannedPages.list(plans.all(caller, zone), zone, model);
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
