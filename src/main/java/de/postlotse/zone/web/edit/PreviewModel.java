package de.postlotse.zone.web.edit;

import de.postlotse.policy.FindingTexts;
import de.postlotse.zone.OwnMailServers;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.Consents;
import de.postlotse.zone.change.Consequence;
import de.postlotse.zone.page.ChangeAttributes;
import de.postlotse.zone.page.ChangePanel;
import de.postlotse.zone.web.ZoneModel;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in what a page shows of a change that is not saved yet. */
@Component
public record PreviewModel(
        ZoneModel zoneModel,
        FindingTexts texts,
        Consents consents,
        OwnMailServers ownServers,
        Clock clock,
        List<ChangePanel> panels)
        implements ChangeAttributes {

    /** What the change does, for a page that asks before it in its own words. */
    public void describe(Model model, ChangePreview preview, Locale locale) {
        model.addAllAttributes(of(preview, locale));
    }

    @Override
    public Map<String, Object> of(ChangePreview preview, Locale locale) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(
                "preview",
                PreviewView.of(
                        preview,
                        Consequence.of(preview, ownServers),
                        consents.of(preview),
                        texts.of(preview.findings(), locale),
                        clock.instant()));
        panels.forEach(panel -> attributes.putAll(panel.attributes(preview, locale)));
        attributes.put(
                "changePanels", panels.stream().map(ChangePanel::template).toList());
        return attributes;
    }

    @Override
    public String ask(
            Model model,
            ChangePreview preview,
            String action,
            Map<String, ?> fields,
            @Nullable String reason,
            boolean keepsInput,
            Locale locale) {
        zoneModel.describe(model, preview.zone());
        describe(model, preview, locale);
        model.addAttribute("action", action);
        model.addAttribute("fields", fields);
        model.addAttribute("reason", reason);
        model.addAttribute("keepsInput", keepsInput);
        return "zone/preview";
    }
}
