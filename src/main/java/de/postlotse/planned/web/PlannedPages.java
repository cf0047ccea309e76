package de.postlotse.planned.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.planned.AskedPlan;
import de.postlotse.planned.PlanOutcome;
import de.postlotse.planned.Plans;
import de.postlotse.policy.FindingTexts;
import de.postlotse.policy.TypedMx;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.change.ReplaceSets;
import de.postlotse.zone.page.ChangeAttributes;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is planned for a zone; and "Umzug vorbereiten", for servers that the page before has shown. */
@Controller
@RequestMapping("/domains/{zone}/planned")
record PlannedPages(
        Plans plans, PlannedList list, LocalTime times, FindingTexts texts, ChangeAttributes changes, Clock clock) {

    private static final int MOST_ROWS = 60;

    /** The fields that a wish consists of. */
    private static final Set<String> SENT = Set.of("owner", "ttl", "priority", "target", "from", "at");

    @GetMapping
    String all(Caller caller, @PathVariable DomainName zone, Locale locale, Model model) {
        return list.show(caller, zone, locale, model);
    }

    /** Plans a move; what cannot be planned is shown with all that was sent, to be sent again with another time. */
    @PostMapping
    String move(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ReplaceSets wish = wish(fields);
        AskedPlan outcome = times.read(fields.getFirst("at")) instanceof LocalTime.Typed.At at
                ? plans.move(caller, zone, wish, at.instant(), Consent.to(fields.getFirst("confirmed")))
                : new PlanOutcome.WrongTime(clock.instant());
        switch (outcome) {
            case PlanOutcome.Planned planned -> {
                return "redirect:/domains/" + zone + "/planned";
            }
            case AskedPlan.Harmful harmful -> {
                Map<String, List<String>> again = new LinkedHashMap<>(fields);
                again.keySet().retainAll(SENT);
                return changes.ask(
                        model, harmful.preview(), "/domains/" + zone + "/planned", again, null, false, locale);
            }
            case PlanOutcome.WrongTime wrong -> model.addAttribute("wrongTime", wrong.earliest());
            case PlanOutcome.TooMany full -> model.addAttribute("tooMany", full.most());
            case PlanOutcome.Refused refused ->
                model.addAttribute("refusals", texts.messages(refused.refused().findings(), locale));
            default -> throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        plans.all(caller, zone);
        model.addAttribute("zone", zone.toString());
        model.addAttribute("shownZone", zone.toUnicode());
        model.addAttribute("wish", wish);
        model.addAttribute("from", fields.getFirst("from"));
        model.addAttribute("confirmed", fields.getFirst("confirmed"));
        model.addAttribute("at", fields.getFirst("at"));
        return "planned/move";
    }

    @PostMapping("/cancel")
    String cancel(Caller caller, @PathVariable DomainName zone, @RequestParam long id) {
        plans.cancel(caller, zone, id);
        return "redirect:/domains/" + zone + "/planned";
    }

    @PostMapping("/again")
    String tryAgain(Caller caller, @PathVariable DomainName zone, @RequestParam long id) {
        plans.tryAgain(caller, zone, id);
        return "redirect:/domains/" + zone + "/planned";
    }

    private static ReplaceSets wish(MultiValueMap<String, String> fields) {
        List<String> priorities = fields.getOrDefault("priority", List.of());
        List<String> targets = fields.getOrDefault("target", List.of());
        List<TypedMx> rows = IntStream.range(0, Math.min(MOST_ROWS, Math.min(priorities.size(), targets.size())))
                .filter(n -> !targets.get(n).isBlank())
                .mapToObj(n -> new TypedMx("", targets.get(n), priorities.get(n), ""))
                .toList();
        List<DomainName> owners = fields.getOrDefault("owner", List.of()).stream()
                .limit(MOST_ROWS)
                .map(DomainName::of)
                .toList();
        String ttl = fields.getFirst("ttl");
        return ReplaceSets.of(owners, ttl == null ? "" : ttl, rows);
    }
}
