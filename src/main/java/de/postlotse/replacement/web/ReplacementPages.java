package de.postlotse.replacement.web;

import de.postlotse.account.Caller;
import de.postlotse.replacement.Decision;
import de.postlotse.replacement.ItemStatus;
import de.postlotse.replacement.LeftZone;
import de.postlotse.replacement.Replacement;
import de.postlotse.replacement.ReplacementProgress;
import de.postlotse.replacement.ReplacementState;
import de.postlotse.replacement.Replacements;
import de.postlotse.replacement.UndoPreview;
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
class ReplacementPages {

    private static final int SECONDS_UNTIL_NEXT_LOOK = 2;
    private static final List<ItemStatus> LEFT =
            Arrays.stream(ItemStatus.values()).filter(ItemStatus::isLeft).toList();

    private final Replacements replacements;
    private final ReplacementTexts texts;

    ReplacementPages(Replacements replacements, ReplacementTexts texts) {
        this.replacements = replacements;
        this.texts = texts;
    }

    /** @param part present where a page asks that shows the replacement already; it gets the part that changes */
    @GetMapping
    String progress(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        describe(caller, require(caller, id), after, model);
        return part == null ? "replacement/progress" : "replacement/progress :: progress";
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
        Optional<UndoPreview> preview = replacements.undoPreview(caller, id);
        if (preview.isEmpty()) {
            return "redirect:/support/replace/" + id;
        }
        model.addAttribute("replacement", ReplacementLine.of(progress.replacement()));
        model.addAttribute("preview", preview.get());
        model.addAttribute(
                "ofOld",
                HostLine.of(
                        preview.get().ofOld(), texts.of(preview.get().ofOld().findings(), locale)));
        return "replacement/undo";
    }

    @PostMapping("/undo")
    String undo(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        require(caller, id);
        long next = replacements.undo(caller, id, reason).orElse(id);
        return "redirect:/support/replace/" + next;
    }

    @PostMapping("/approve")
    String approve(Caller caller, @PathVariable long id, Locale locale, HttpServletResponse response, Model model) {
        require(caller, id);
        return answer(replacements.approve(caller, id), caller, id, "", locale, response, model);
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
        return answer(replacements.reject(caller, id, reason), caller, id, reason, locale, response, model);
    }

    private String answer(
            Decision decision,
            Caller caller,
            long id,
            String typedReason,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        switch (decision) {
            case Decision.Made made -> {
                return "redirect:/support/replace/" + id;
            }
            case Decision.NoLongerWaits decidedAlready -> {
                return "redirect:/support/replace/" + id;
            }
            case Decision.OwnWork own -> response.setStatus(HttpStatus.FORBIDDEN.value());
            case Decision.ReasonMissing missing -> refuse("missing", response, model);
            case Decision.ReasonTooLong tooLong -> {
                refuse("too-long", response, model);
                model.addAttribute("longestReason", tooLong.longest());
            }
            case Decision.HostNotUsable notUsable -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("hostFaults", texts.of(notUsable.host().findings(), locale));
            }
        }
        model.addAttribute("typedReason", typedReason);
        describe(caller, require(caller, id), 0, model);
        return "replacement/progress";
    }

    private static void refuse(String fault, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("reasonFault", fault);
    }

    private void describe(Caller caller, ReplacementProgress progress, int after, Model model) {
        Replacement replacement = progress.replacement();
        List<LeftZone> left = replacements.left(caller, replacement.id(), after);
        boolean moving = replacement.state() == ReplacementState.RUNNING || progress.atWork();
        model.addAttribute("progress", progress);
        model.addAttribute("replacement", ReplacementLine.of(replacement));
        model.addAttribute("whole", replacement);
        model.addAttribute("running", replacement.state() == ReplacementState.RUNNING);
        model.addAttribute("awaits", replacement.state() == ReplacementState.AWAITING_APPROVAL);
        model.addAttribute("isAuthor", replacement.author().username().equals(caller.username()));
        model.addAttribute("refreshEvery", moving ? SECONDS_UNTIL_NEXT_LOOK : null);
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
