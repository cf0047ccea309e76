package de.postlotse.provider.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedMx;
import de.postlotse.provider.Provider;
import de.postlotse.provider.Providers;
import de.postlotse.zone.Zones;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a customer chooses a provider and answers what its servers depend on. */
@Controller
@RequestMapping("/domains/{zone}/provider")
record ProviderPages(Zones zones, Providers providers, MessageSource messages) {

    @GetMapping
    String choose(Caller caller, @PathVariable DomainName zone, Locale locale, Model model) {
        describe(caller, zone, model);
        model.addAttribute(
                "providers",
                providers.all().stream()
                        .map(provider -> new Choice(provider, name(provider, locale)))
                        .toList());
        return "provider/choose";
    }

    /** Asks what has to be known, and leads on to the preview once it is. */
    @GetMapping("/{id}")
    String ask(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String id,
            @RequestParam Map<String, String> answers,
            Locale locale,
            Model model) {
        describe(caller, zone, model);
        Provider provider = providers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, String> trimmed = provider.cleaned(answers);
        List<TypedMx> records = provider.records(trimmed).orElse(List.of());
        if (!records.isEmpty()) {
            return "redirect:" + ProposedSwitch.address(zone, records, "", name(provider, locale));
        }
        List<Provider.Question> open = provider.unanswered(trimmed);
        model.addAttribute("provider", provider);
        model.addAttribute("name", name(provider, locale));
        model.addAttribute(
                "questions",
                provider.questions().stream()
                        .map(question -> new Asked(
                                question,
                                question.label(locale),
                                trimmed.getOrDefault(question.key(), ""),
                                !trimmed.isEmpty() && open.contains(question)))
                        .toList());
        return "provider/ask";
    }

    private void describe(Caller caller, DomainName zone, Model model) {
        model.addAttribute("zone", zones.require(caller, zone).name().toString());
        model.addAttribute("shownZone", zone.toUnicode());
    }

    private String name(Provider provider, Locale locale) {
        return provider.name().isEmpty() ? messages.getMessage("provider.own", null, locale) : provider.name();
    }

    record Choice(Provider provider, String name) {}

    /** @param wrong whether the answer that was given cannot be right */
    record Asked(Provider.Question question, String label, String answer, boolean wrong) {}
}
