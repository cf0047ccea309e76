package de.postlotse.zone.web;

import de.postlotse.zone.ChangePanel;
import de.postlotse.zone.ChangePreview;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in what a page shows of a change that is not saved yet. */
@Component
class PreviewModel {

    private final ZoneModel zoneModel;
    private final FindingTexts texts;
    private final Clock clock;
    private final List<ChangePanel> panels;

    PreviewModel(ZoneModel zoneModel, FindingTexts texts, Clock clock, List<ChangePanel> panels) {
        this.zoneModel = zoneModel;
        this.texts = texts;
        this.clock = clock;
        this.panels = panels;
    }

    /** What the change does, for a page that asks before it in its own words. */
    void describe(Model model, ChangePreview preview, Locale locale) {
        model.addAttribute("preview", PreviewView.of(preview, texts.of(preview.findings(), locale), clock.instant()));
        panels.forEach(panel -> model.addAllAttributes(panel.attributes(preview, locale)));
        model.addAttribute(
                "changePanels", panels.stream().map(ChangePanel::template).toList());
    }

    /**
     * The page that asks whether a change is to be saved although it does harm.
     *
     * @param action where the form was sent to, below the zone's address, and is to be sent again
     * @param fields the very same fields
     * @param keepsInput whether "back" leads to a form with the fields in it
     */
    String ask(
            Model model,
            ChangePreview preview,
            String action,
            Map<String, String> fields,
            boolean keepsInput,
            Locale locale) {
        zoneModel.describe(model, preview.zone());
        describe(model, preview, locale);
        model.addAttribute("action", "/domains/" + preview.zone().name() + action);
        model.addAttribute("fields", fields);
        model.addAttribute("keepsInput", keepsInput);
        return "zone/preview";
    }
}
