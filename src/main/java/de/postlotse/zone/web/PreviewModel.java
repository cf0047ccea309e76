package de.postlotse.zone.web;

import de.postlotse.zone.ChangeAttributes;
import de.postlotse.zone.ChangePanel;
import de.postlotse.zone.ChangePreview;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in what a page shows of a change that is not saved yet. */
@Component
class PreviewModel implements ChangeAttributes {

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
        model.addAllAttributes(of(preview, locale));
    }

    @Override
    public Map<String, Object> of(ChangePreview preview, Locale locale) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("preview", PreviewView.of(preview, texts.of(preview.findings(), locale), clock.instant()));
        panels.forEach(panel -> attributes.putAll(panel.attributes(preview, locale)));
        attributes.put(
                "changePanels", panels.stream().map(ChangePanel::template).toList());
        return attributes;
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
