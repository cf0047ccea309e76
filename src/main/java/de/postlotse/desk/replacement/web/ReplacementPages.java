package de.postlotse.desk.replacement.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.approval.ApprovalDecision;
import de.postlotse.desk.approval.Opinion;
import de.postlotse.desk.approval.web.DecisionProblem;
import de.postlotse.desk.replacement.Replacement;
import de.postlotse.desk.replacement.ReplacementApprovals;
import de.postlotse.desk.replacement.ReplacementItemStatus;
import de.postlotse.desk.replacement.ReplacementProgress;
import de.postlotse.desk.replacement.ReplacementUndo;
import de.postlotse.desk.replacement.Replacements;
import de.postlotse.desk.replacement.Replacements.LeftZone;
import de.postlotse.desk.replacement.UndoPreview;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How far a replacement is, what it left, and what staff can do with it. */
@Controller
@RequestMapping("/support/replace/{id}")
record ReplacementPages(
        Replacements replacements, ReplacementUndo undo, ReplacementApprovals approvals, ReplacementTexts texts) {

    private static final int SECONDS_UNTIL_NEXT_LOOK = 2;
    private static final List<ReplacementItemStatus> LEFT = Arrays.stream(ReplacementItemStatus.values())
            .filter(ReplacementItemStatus::isLeft)
            .toList();

    /** @param part present where a page asks that shows the replacement already; it gets the part that changes */
    @GetMapping
    String progress(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        describe(caller, require(caller, id), after, model);
        return part == null ? "desk/replacement/progress" : "desk/replacement/progress :: progress";
    }

    @PostMapping("/stop")
    String stop(Caller caller, @PathVariable long id) {
        require(caller, id);
        replacements.stop(caller, id);
        return "redirect:/support/replace/" + id;
    }

    @PostMapping("/go-on")
    String goOn(Caller caller, @PathVariable long id) {
        require(caller, id);
        replacements.goOn(caller, id);
        return "redirect:/support/replace/" + id;
    }

    @PostMapping("/again")
    String tryAgain(Caller caller, @PathVariable long id) {
        require(caller, id);
        replacements.tryAgain(caller, id);
        return "redirect:/support/replace/" + id;
    }

    /** Shows what an undo would do before it is done; where there is none to be had, why is on the page itself. */
    @GetMapping("/undo")
    String askUndo(Caller caller, @PathVariable long id, Locale locale, Model model) {
        ReplacementProgress progress = require(caller, id);
        Optional<UndoPreview> preview = undo.preview(caller, id);
        if (preview.isEmpty()) {
            return "redirect:/support/replace/" + id;
        }
        model.addAttribute("replacement", ReplacementLine.of(progress.replacement()));
        model.addAttribute("preview", preview.get());
        model.addAttribute(
                "ofOld",
                HostLine.of(
                        preview.get().ofOld(), texts.of(preview.get().ofOld().findings(), locale)));
        return "desk/replacement/undo";
    }

    @PostMapping("/undo")
    String undo(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        require(caller, id);
        long next = undo.undo(caller, id, reason).orElse(id);
        return "redirect:/support/replace/" + next;
    }

    @PostMapping("/approve")
    String approve(Caller caller, @PathVariable long id, Locale locale, HttpServletResponse response, Model model) {
        require(caller, id);
        return answer(approvals.approve(caller, id), caller, id, "", locale, response, model);
    }

    @PostMapping("/reject")
    String reject(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        require(caller, id);
        return answer(approvals.reject(caller, id, reason), caller, id, reason, locale, response, model);
    }

    private String answer(
            ApprovalDecision decision,
            Caller caller,
            long id,
            String typedReason,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Optional<DecisionProblem> problem = DecisionProblem.of(decision).filter(found -> !found.isDecidedBefore());
        if (problem.isEmpty()) {
            return "redirect:/support/replace/" + id;
        }
        problem.get().show(model, response);
        if (decision instanceof ApprovalDecision.Refused refused) {
            model.addAttribute("hostFaults", texts.of(refused.findings(), locale));
        }
        model.addAttribute("mostCharacters", Opinion.LONGEST_REMARK);
        model.addAttribute("typedReason", typedReason);
        describe(caller, require(caller, id), 0, model);
        return "desk/replacement/progress";
    }

    private void describe(Caller caller, ReplacementProgress progress, int after, Model model) {
        Replacement replacement = progress.replacement();
        List<LeftZone> left = replacements.left(caller, replacement.id(), after);
        model.addAttribute("progress", progress);
        model.addAttribute("replacement", ReplacementLine.of(replacement));
        model.addAttribute("whole", replacement);
        model.addAttribute("running", replacement.job().isRunning());
        model.addAttribute("awaits", replacement.awaitsApproval());
        model.addAttribute("isAuthor", replacement.isBy(caller));
        model.addAttribute("refreshEvery", progress.job().isMoving() ? SECONDS_UNTIL_NEXT_LOOK : null);
        model.addAttribute("leftStatuses", LEFT);
        model.addAttribute("left", left);
        model.addAttribute("after", after);
        model.addAttribute(
                "next", left.size() < Replacements.PAGE ? null : left.getLast().place());
    }

    private ReplacementProgress require(Caller caller, long id) {
        return replacements.progress(caller, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
