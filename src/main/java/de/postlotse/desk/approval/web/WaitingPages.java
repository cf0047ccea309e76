package de.postlotse.desk.approval.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.approval.ApprovalDecision;
import de.postlotse.desk.approval.Approvals;
import de.postlotse.dns.DomainName;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where authors take back what still waits. */
@Controller
record WaitingPages(Approvals approvals) {

    /** Leads back to the zone's page, which tells what became of one that was decided a moment before. */
    @PostMapping("/domains/{zone}/waiting/{change}/withdraw")
    String withdraw(
            Caller caller, @PathVariable DomainName zone, @PathVariable long change, RedirectAttributes redirect) {
        ApprovalDecision decision = approvals.withdraw(caller, zone, change);
        redirect.addFlashAttribute("withdrawn", decision instanceof ApprovalDecision.Done);
        return "redirect:/domains/" + zone;
    }
}
