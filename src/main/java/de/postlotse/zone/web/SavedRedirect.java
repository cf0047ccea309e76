package de.postlotse.zone.web;

import de.postlotse.zone.SaveOutcome;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads back to the zone's page after a change, and takes along what there is to say about it. */
@Component
class SavedRedirect {

    private final FindingTexts texts;

    SavedRedirect(FindingTexts texts) {
        this.texts = texts;
    }

    String afterSaving(SaveOutcome.Saved saved, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("saved", true);
        redirect.addFlashAttribute(
                "savedRemarks",
                texts.of(saved.findings(), locale).stream()
                        .map(FindingText::message)
                        .toList());
        redirect.addFlashAttribute("undo", saved.replaced());
        return "redirect:/domains/" + saved.zone().name();
    }

    /** The page itself says what waits. */
    String afterHolding(SaveOutcome.Waiting waiting, RedirectAttributes redirect) {
        redirect.addFlashAttribute("held", true);
        return "redirect:/domains/" + waiting.zone().name();
    }
}
