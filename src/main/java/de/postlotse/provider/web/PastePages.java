package de.postlotse.provider.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.provider.Instruction;
import de.postlotse.provider.InstructionReader;
import de.postlotse.zone.TypedMx;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a customer pastes what a provider says, to have the servers picked out. */
@Controller
@RequestMapping("/domains/{zone}/paste")
class PastePages {

    private final Zones zones;

    PastePages(Zones zones) {
        this.zones = zones;
    }

    @GetMapping
    String form(Caller caller, @PathVariable DomainName zone, Model model) {
        return show(caller, zone, "", null, model);
    }

    /** Leads on with what was found, or keeps the text where nothing was. */
    @PostMapping
    String read(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        zones.require(caller, zone);
        if (text.length() > InstructionReader.LONGEST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(caller, zone, text, "too-long", model);
        }
        Instruction found = InstructionReader.read(text, zone);
        if (found.servers().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(caller, zone, text, "nothing", model);
        }
        redirect.addFlashAttribute("notRead", found.notRead());
        return ProposedSwitch.redirect(
                zone,
                found.servers().stream()
                        .map(server -> new TypedMx("", server.host(), server.priority(), ""))
                        .toList(),
                found.ttl(),
                "");
    }

    private String show(Caller caller, DomainName zone, String text, @Nullable String wrong, Model model) {
        model.addAttribute("zone", zones.require(caller, zone).name().toString());
        model.addAttribute("shownZone", zone.toUnicode());
        model.addAttribute("text", text);
        model.addAttribute("wrong", wrong);
        return "provider/paste";
    }
}
