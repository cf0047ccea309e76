package de.postlotse.provider.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.provider.paste.Instruction;
import de.postlotse.provider.paste.InstructionReader;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
record PastePages(Zones zones, MessageSource messages) {

    @GetMapping
    String form(Caller caller, @PathVariable DomainName zone, Model model) {
        return show(caller, zone, "", null, model);
    }

    /** Leads on with the servers of one address, asks which where there are several, or keeps the text where none is. */
    @PostMapping
    String read(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        zones.require(caller, zone);
        if (text.length() > InstructionReader.LONGEST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(caller, zone, text, "too-long", model);
        }
        Instruction found = InstructionReader.read(text, zone);
        List<String> left = found.left().stream()
                .map(line -> messages.getMessage(
                        "paste.left." + line.why().code(), new Object[] {line.line(), line.text()}, locale))
                .toList();
        if (found.sets().size() == 1) {
            redirect.addFlashAttribute("notRead", left);
            return "redirect:" + ProposedSwitch.address(zone, found.sets().getFirst());
        }
        model.addAttribute("left", left);
        model.addAttribute(
                "found",
                found.sets().stream().map(set -> FoundSet.of(zone, set)).toList());
        if (found.sets().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(caller, zone, text, found.sets().isEmpty() ? "nothing" : null, model);
    }

    private String show(Caller caller, DomainName zone, String text, @Nullable String wrong, Model model) {
        model.addAttribute("zone", zones.require(caller, zone).name().toString());
        model.addAttribute("shownZone", zone.toUnicode());
        model.addAttribute("text", text);
        model.addAttribute("wrong", wrong);
        return "provider/paste";
    }

    /**
     * The servers of one of several addresses.
     *
     * @param address where they are shown and can be saved
     */
    record FoundSet(String owner, String servers, String address) {

        static FoundSet of(DomainName zone, Instruction.PastedSet set) {
            return new FoundSet(
                    ProposedSwitch.owner(zone, set).toUnicode(),
                    set.records().stream()
                            .map(record -> record.priority() == null
                                    ? record.target()
                                    : record.priority() + " " + record.target())
                            .collect(Collectors.joining(", ")),
                    ProposedSwitch.address(zone, set));
        }
    }
}
