package de.postlotse.desk.approval.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.approval.ApprovalDecision;
import de.postlotse.desk.approval.Approvals;
import de.postlotse.desk.approval.AskedDecision;
import de.postlotse.desk.approval.Opinion;
import de.postlotse.desk.approval.WaitingChange;
import de.postlotse.desk.replacement.ReplacementApprovals;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.page.ChangeAttributes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
record ApprovalPages(Approvals approvals, ReplacementApprovals replacements, ChangeAttributes changes) {

    /** @param mine present where the reader asks what became of their own */
    @GetMapping
    String list(
            Caller caller,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam @Nullable String mine,
            Model model) {
        List<WaitingChange> waiting = approvals.waiting(caller, after);
        List<ChangeView> changes = views(waiting, caller);
        List<ReplacementView> others = after > 0 ? List.of() : replacements(caller);
        boolean more = waiting.size() >= Approvals.PAGE;
        model.addAttribute("waiting", changes);
        model.addAttribute("further", after > 0);
        model.addAttribute("next", more ? waiting.getLast().id() : null);
        model.addAttribute("replacements", others);
        model.addAttribute("extent", after > 0 ? null : WaitingExtent.of(changes, others, more));
        model.addAttribute("mine", mine != null);
        model.addAttribute("decided", views(mine == null ? approvals.decided(caller) : approvals.own(caller), caller));
        return "desk/approval/list";
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
        AskedDecision decision = approvals.approve(caller, change, remark, Consent.to(confirmed));
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
        ApprovalDecision decision = approvals.reject(caller, change, reason);
        return end(decision, new Request(caller, change, locale, model, redirect, response));
    }

    private String end(AskedDecision decision, Request request) {
        Optional<DecisionProblem> problem = DecisionProblem.of(decision);
        boolean decidedBefore = problem.filter(DecisionProblem::isDecidedBefore).isPresent();
        if (decidedBefore) {
            request.redirect().addFlashAttribute("decidedBefore", true);
        }
        if (problem.isEmpty() || decidedBefore) {
            return "redirect:/support/approvals/" + request.change();
        }
        problem.get().show(request.model(), request.response());
        return show(
                request.caller(),
                approvals.require(request.caller(), request.change()),
                request.locale(),
                request.model());
    }

    private String show(Caller caller, WaitingChange change, Locale locale, Model model) {
        model.addAttribute("change", ChangeView.of(change, caller));
        model.addAttribute("mostCharacters", Opinion.LONGEST_REMARK);
        if (change.isWaiting()) {
            ChangePreview preview = approvals.preview(caller, change);
            model.addAllAttributes(changes.of(preview, locale));
            model.addAttribute("verdict", preview.verdict().name());
            model.addAttribute("changedMeanwhile", !change.change().isFor(preview.zone()));
        }
        return "desk/approval/change";
    }

    private List<ReplacementView> replacements(Caller caller) {
        return replacements.waiting(caller).stream()
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
