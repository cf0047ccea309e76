package de.postlotse.approval.web;

import de.postlotse.account.Caller;
import de.postlotse.approval.Approvals;
import de.postlotse.approval.Decision;
import de.postlotse.approval.WaitingChange;
import de.postlotse.replacement.Replacements;
import de.postlotse.zone.ChangeAttributes;
import de.postlotse.zone.ChangePreview;
import de.postlotse.zone.Consent;
import de.postlotse.zone.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Freigaben": what waits for a second pair of eyes, and the decision about each. */
@Controller
@RequestMapping("/support/approvals")
class ApprovalPages {

    private final Approvals approvals;
    private final Replacements replacements;
    private final ChangeAttributes changes;

    ApprovalPages(Approvals approvals, Replacements replacements, ChangeAttributes changes) {
        this.approvals = approvals;
        this.replacements = replacements;
        this.changes = changes;
    }

    /** @param mine present where the reader asks what became of their own */
    @GetMapping
    String list(
            Caller caller,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam @Nullable String mine,
            Model model) {
        List<WaitingChange> waiting = approvals.waiting(caller, after);
        model.addAttribute("waiting", views(waiting, caller));
        model.addAttribute("further", after > 0);
        model.addAttribute(
                "next",
                waiting.size() < Approvals.PAGE ? null : waiting.getLast().id());
        model.addAttribute("replacements", after > 0 ? List.of() : replacements(caller));
        model.addAttribute("mine", mine != null);
        model.addAttribute("decided", views(mine == null ? approvals.decided(caller) : approvals.own(caller), caller));
        return "approval/list";
    }

    @GetMapping("/{change}")
    String look(Caller caller, @PathVariable long change, Locale locale, Model model) {
        return show(caller, approvals.require(caller, change), locale, model);
    }

    /** @param confirmed the harms that the page has named */
    @PostMapping("/{change}/approve")
    String approve(
            Caller caller,
            @PathVariable long change,
            @RequestParam @Nullable String confirmed,
            @RequestParam @Nullable String remark,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        model.addAttribute("remark", remark);
        Decision decision = approvals.approve(caller, change, remark, Consent.to(confirmed));
        return end(decision, new Request(caller, change, locale, model, redirect, response));
    }

    @PostMapping("/{change}/reject")
    String reject(
            Caller caller,
            @PathVariable long change,
            @RequestParam @Nullable String reason,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        model.addAttribute("reason", reason);
        Decision decision = approvals.reject(caller, change, reason);
        return end(decision, new Request(caller, change, locale, model, redirect, response));
    }

    private String end(Decision decision, Request request) {
        return switch (decision) {
            case Decision.Done done -> "redirect:/support/approvals/" + request.change();
            case Decision.AlreadyDecided already -> {
                request.redirect().addFlashAttribute("decidedBefore", true);
                yield "redirect:/support/approvals/" + request.change();
            }
            case Decision.Own own -> again(request, "own", HttpStatus.FORBIDDEN);
            case Decision.ChangedMeanwhile changed -> again(request, "changed", HttpStatus.CONFLICT);
            case Decision.Harmful harmful -> again(request, "harms", HttpStatus.OK);
            case Decision.NoReason none -> again(request, "no-reason", HttpStatus.UNPROCESSABLE_CONTENT);
            case Decision.TooLong tooLong -> again(request, "too-long", HttpStatus.UNPROCESSABLE_CONTENT);
            case Decision.Refused refused -> {
                boolean retry = refused.preview().verdict() == Verdict.RETRY;
                if (retry) {
                    request.response().setHeader(HttpHeaders.RETRY_AFTER, ApprovalsApi.RETRY_AFTER_SECONDS);
                }
                yield again(
                        request,
                        retry ? "unchecked" : "refused",
                        retry ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private String again(Request request, String problem, HttpStatus status) {
        request.response().setStatus(status.value());
        request.model().addAttribute("problem", problem);
        return show(
                request.caller(),
                approvals.require(request.caller(), request.change()),
                request.locale(),
                request.model());
    }

    private String show(Caller caller, WaitingChange change, Locale locale, Model model) {
        model.addAttribute("change", ChangeView.of(change, caller));
        model.addAttribute("mostCharacters", Approvals.LONGEST_REMARK);
        if (change.isWaiting()) {
            ChangePreview preview = approvals.preview(caller, change);
            model.addAllAttributes(changes.of(preview, locale));
            model.addAttribute("verdict", preview.verdict().name());
            model.addAttribute("changedMeanwhile", !change.change().isFor(preview.zone()));
        }
        return "approval/change";
    }

    private List<ReplacementView> replacements(Caller caller) {
        return replacements.awaitingApproval(caller).stream()
                .map(replacement -> ReplacementView.of(replacement, caller))
                .toList();
    }

    private static List<ChangeView> views(List<WaitingChange> changes, Caller caller) {
        return changes.stream().map(change -> ChangeView.of(change, caller)).toList();
    }

    /** What is needed to show how a decision ended. */
    private record Request(
            Caller caller,
            long change,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {}
}
