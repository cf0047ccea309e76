package de.postlotse.desk.takeover.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks once more before a zone leaves our care. */
@Controller
@RequestMapping("/support/zones/{zone}/hand-back")
record HandBackPages(Zones zones, HandBack handBack) {

    @GetMapping
    String ask(Caller caller, @PathVariable DomainName zone, Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        model.addAttribute("zone", found.name().toString());
        model.addAttribute("shownZone", found.name().toUnicode());
        model.addAttribute("customer", found.customer());
        model.addAttribute("nameServer", found.nameServer());
        model.addAttribute("version", found.revision());
        return "desk/takeover/hand-back";
    }

    /** A zone that has changed meanwhile is asked about again. */
    @PostMapping
    String handBack(
            Caller caller, @PathVariable DomainName zone, @RequestParam String version, RedirectAttributes redirect) {
        try {
            handBack.handBack(caller, zone, version);
        } catch (StaleVersionException changedMeanwhile) {
            redirect.addFlashAttribute("changed", true);
            return "redirect:/support/zones/" + zone + "/hand-back";
        }
        redirect.addFlashAttribute("handedBack", zone.toUnicode());
        return "redirect:/support/zones";
    }
}
