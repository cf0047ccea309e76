package de.postlotse.desk.sweep.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.sweep.SweepStatus;
import de.postlotse.desk.sweep.Sweeps;
import de.postlotse.policy.HostCondition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where staff see how far the sweep is, and stop it or have it hurry. */
@Controller
@RequestMapping("/support/sweep")
record SweepPages(Sweeps sweeps) {

    private static final int SECONDS_WHILE_RUNNING = 5;
    private static final int SECONDS_WHILE_NOT = 30;

    /** @param part present where a page asks that is shown already; it gets the part that changes */
    @GetMapping
    String show(
            Caller caller, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        SweepStatus status = sweeps.status(caller);
        model.addAttribute("sweep", status);
        model.addAttribute("conditions", HostCondition.values());
        model.addAttribute(
                "refreshEvery", status.isRunning() || status.atOnce() ? SECONDS_WHILE_RUNNING : SECONDS_WHILE_NOT);
        return part == null ? "desk/sweep/sweep" : "desk/sweep/sweep :: figures";
    }

    @PostMapping("/pause")
    String pause(Caller caller) {
        sweeps.pause(caller);
        return "redirect:/support/sweep";
    }

    @PostMapping("/go-on")
    String goOn(Caller caller) {
        sweeps.goOn(caller);
        return "redirect:/support/sweep";
    }

    @PostMapping("/now")
    String askAllNow(Caller caller) {
        sweeps.askAllNow(caller);
        return "redirect:/support/sweep";
    }
}
