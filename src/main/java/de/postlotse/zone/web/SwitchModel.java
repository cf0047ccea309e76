package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.ChangePreview;
import de.postlotse.zone.CheckedEntry;
import de.postlotse.zone.SwitchPanel;
import de.postlotse.zone.SwitchPreview;
import de.postlotse.zone.SwitchWish;
import de.postlotse.zone.Verdict;
import de.postlotse.zone.ZoneSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in the page that replaces whole sets. */
@Component
class SwitchModel {

    private static final int BLANK_ROWS = 2;

    private final ZoneModel zoneModel;
    private final PreviewModel previews;
    private final FindingTexts texts;
    private final List<SwitchPanel> panels;

    SwitchModel(ZoneModel zoneModel, PreviewModel previews, FindingTexts texts, List<SwitchPanel> panels) {
        this.zoneModel = zoneModel;
        this.previews = previews;
        this.texts = texts;
        this.panels = panels;
    }

    /** Whose sets may be replaced: those that there are, and the domain's own in any case. */
    static List<DomainName> owners(ZoneSnapshot zone) {
        return Stream.concat(Stream.of(zone.name()), zone.mxSets().stream().map(MxSet::owner))
                .distinct()
                .toList();
    }

    /** @param change what would be saved; null where nothing can be */
    String show(
            Model model,
            SwitchPreview preview,
            SwitchForm form,
            SwitchWish wish,
            @Nullable ChangePreview change,
            Locale locale) {
        ZoneSnapshot zone = preview.zone();
        zoneModel.describe(model, zone);
        model.addAttribute(
                "owners",
                owners(zone).stream()
                        .map(owner -> new OwnerChoice(
                                owner.toString(),
                                owner.toUnicode(),
                                wish.owners().contains(owner)))
                        .toList());
        model.addAttribute("rows", rows(form, preview, locale));
        model.addAttribute("form", form);
        model.addAttribute("mark", SwitchForm.mark(wish));
        model.addAttribute("noOwner", wish.owners().isEmpty());
        model.addAttribute("unchecked", preview.verdict() == Verdict.RETRY);
        model.addAttribute("same", change != null && change.changes().isEmpty());
        model.addAttribute("ready", change != null && !change.changes().isEmpty());
        model.addAttribute(
                "switchPanels", panels.stream().map(SwitchPanel::template).toList());
        if (change != null) {
            previews.describe(model, change, locale);
        }
        return "zone/switch";
    }

    private List<RowView> rows(SwitchForm form, SwitchPreview preview, Locale locale) {
        List<RowView> rows = new ArrayList<>();
        for (int n = 0; n < form.rows().size(); n++) {
            SwitchForm.Row row = form.rows().get(n);
            List<CheckedEntry> entries = preview.entries();
            List<FindingText> findings =
                    n < entries.size() ? texts.of(entries.get(n).findings(), locale) : List.of();
            rows.add(new RowView(n, row.priority(), row.target(), findings));
        }
        for (int n = 0; n < BLANK_ROWS; n++) {
            rows.add(new RowView(rows.size(), "", "", List.of()));
        }
        return rows;
    }

    record OwnerChoice(String name, String shown, boolean chosen) {}

    record RowView(int number, String priority, String target, List<FindingText> findings) {}
}
