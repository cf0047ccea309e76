package de.postlotse.desk.replacement.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.replacement.DryRun;
import de.postlotse.desk.replacement.Replacements;
import de.postlotse.desk.replacement.StartOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff are shown what replacing a host everywhere would do, and start it. */
@Controller
@RequestMapping("/support/replace")
record ReplacePages(Replacements replacements, ReplacementTexts texts) {

    /**
     * The form, with what the replacement would do where both hosts are given.
     *
     * @param replacement null where the form was not sent yet
     */
    @GetMapping
    String form(
            Caller caller,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(name = "new") @Nullable String replacement,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        String newHost = replacement == null ? "" : replacement;
        if (replacement != null) {
            describe(replacements.dryRun(caller, old, newHost), locale, response, model);
        }
        return show(caller, old, newHost, reason, model);
    }

    /**
     * Starts a replacement as its author has seen it; where that is not how it is any more it is shown again.
     *
     * @param request the same however often the form is sent
     * @param seen what the author was shown
     */
    @PostMapping
    String start(
            Caller caller,
            @RequestParam UUID request,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(name = "new", defaultValue = "") String replacement,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        StartOutcome outcome = replacements.start(caller, request, old, replacement, reason, seen);
        if (outcome instanceof StartOutcome.Started started) {
            return "redirect:/support/replace/" + started.id();
        }
        if (outcome instanceof StartOutcome.Shown shown) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("changedMeanwhile", shown.dryRun().canStart());
        }
        describe(outcome, locale, response, model);
        return show(caller, old, replacement, reason, model);
    }

    private void describe(StartOutcome outcome, Locale locale, HttpServletResponse response, Model model) {
        switch (outcome) {
            case StartOutcome.Started started -> {}
            case StartOutcome.Shown shown -> describe(shown.dryRun(), locale, model);
            case StartOutcome.Unreadable unreadable -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("oldFaults", texts.of(unreadable.ofOld(), locale));
                model.addAttribute("newFaults", texts.of(unreadable.ofNew(), locale));
            }
            case StartOutcome.ReasonTooLong tooLong -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("reasonTooLong", tooLong.longest());
            }
        }
    }

    private void describe(DryRun dryRun, Locale locale, Model model) {
        model.addAttribute("dryRun", dryRun);
        model.addAttribute("request", UUID.randomUUID());
        model.addAttribute("warnings", texts.of(dryRun.warnings(), locale));
        model.addAttribute(
                "ofOld", HostLine.of(dryRun.ofOld(), texts.of(dryRun.ofOld().findings(), locale)));
        model.addAttribute(
                "ofNew", HostLine.of(dryRun.ofNew(), texts.of(dryRun.ofNew().findings(), locale)));
    }

    private String show(Caller caller, String old, String replacement, String reason, Model model) {
        model.addAttribute("old", old);
        model.addAttribute("replacement", replacement);
        model.addAttribute("reason", reason);
        model.addAttribute(
                "newest",
                replacements.newest(caller).stream().map(ReplacementLine::of).toList());
        return "desk/replacement/form";
    }
}
