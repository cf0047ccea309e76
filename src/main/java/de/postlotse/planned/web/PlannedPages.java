package de.postlotse.planned.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.planned.PlanOutcome;
import de.postlotse.planned.PlannedStep;
import de.postlotse.planned.Plans;
import de.postlotse.zone.SwitchWish;
import de.postlotse.zone.TypedMx;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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
class PlannedPages {

    private static final int MOST_ROWS = 60;

    private final Plans plans;
    private final LocalTime times;
    private final PlannedTexts texts;
    private final Clock clock;

    PlannedPages(Plans plans, LocalTime times, PlannedTexts texts, Clock clock) {
        this.plans = plans;
        this.times = times;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String all(Caller caller, @PathVariable DomainName zone, Model model) {
        return list(plans.all(caller, zone), zone, model);
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
        SwitchWish wish = wish(fields);
        PlanOutcome outcome = times.read(fields.getFirst("at")) instanceof LocalTime.Typed.At at
                ? plans.move(caller, zone, wish, at.instant())
                : new PlanOutcome.WrongTime(clock.instant());
        switch (outcome) {
            case PlanOutcome.Planned planned -> {
                return "redirect:/domains/" + zone + "/planned";
            }
            case PlanOutcome.WrongTime wrong -> model.addAttribute("wrongTime", wrong.earliest());
            case PlanOutcome.Refused refused ->
                model.addAttribute("refusals", texts.of(refused.refused().findings(), locale));
            default -> throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        plans.all(caller, zone);
        model.addAttribute("zone", zone.toString());
        model.addAttribute("shownZone", zone.toUnicode());
        model.addAttribute("wish", wish);
        model.addAttribute("from", fields.getFirst("from"));
        model.addAttribute("at", fields.getFirst("at"));
        return "planned/move";
    }

    @PostMapping("/cancel")
    String cancel(Caller caller, @PathVariable DomainName zone, @RequestParam long id) {
        plans.cancel(caller, zone, id);
        return "redirect:/domains/" + zone + "/planned";
    }

    static String list(List<PlannedStep> steps, DomainName zone, Model model) {
        model.addAttribute("zone", zone.toString());
        model.addAttribute("shownZone", zone.toUnicode());
        model.addAttribute("steps", steps.stream().map(StepView::of).toList());
        return "planned/list";
    }

    private static SwitchWish wish(MultiValueMap<String, String> fields) {
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
        return new SwitchWish(owners, ttl == null ? "" : ttl, rows);
    }
}
