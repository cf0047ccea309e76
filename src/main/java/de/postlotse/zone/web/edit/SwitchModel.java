package de.postlotse.zone.web.edit;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.CheckedEntry;
import de.postlotse.policy.FindingText;
import de.postlotse.policy.FindingTexts;
import de.postlotse.policy.TypedOwner;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.ReplaceSets;
import de.postlotse.zone.page.SwitchPanel;
import de.postlotse.zone.web.ZoneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in the page that replaces whole sets. */
@Component
record SwitchModel(ZoneModel zoneModel, PreviewModel previews, FindingTexts texts, List<SwitchPanel> panels) {

    private static final int BLANK_ROWS = 2;

    /** Whose sets may be replaced: those that there are, the domain's own in any case, and those that were named. */
    static List<DomainName> owners(ZoneSnapshot zone, SwitchForm form) {
        Stream<DomainName> named =
                form.owners().stream().flatMap(owner -> TypedOwner.read(owner + ".", zone.name()).stream());
        return Stream.of(Stream.of(zone.name()), zone.mxSets().stream().map(MxSet::owner), named)
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    String show(Model model, ChangePreview preview, SwitchForm form, ReplaceSets change, Locale locale) {
        ZoneSnapshot zone = preview.zone();
        boolean passes = preview.checked().passes();
        boolean same = preview.changes().isEmpty();
        zoneModel.describe(model, zone);
        model.addAttribute(
                "owners",
                owners(zone, form).stream()
                        .map(owner -> new OwnerChoice(
                                owner.toString(),
                                owner.toUnicode(),
                                form.owners().contains(owner.toString())))
                        .toList());
        model.addAttribute("rows", rows(form, preview.checked().entries(), locale));
        model.addAttribute("form", form);
        model.addAttribute("mark", SwitchForm.mark(change));
        model.addAttribute("noOwner", change.owners().isEmpty());
        model.addAttribute("unchecked", preview.verdict() == Verdict.RETRY);
        model.addAttribute("same", passes && same);
        model.addAttribute("ready", passes && !same);
        model.addAttribute(
                "switchPanels", panels.stream().map(SwitchPanel::template).toList());
        if (passes) {
            previews.describe(model, preview, locale);
        }
        return "zone/switch";
    }

    private List<RowView> rows(SwitchForm form, List<CheckedEntry> entries, Locale locale) {
        List<RowView> rows = new ArrayList<>();
        for (int n = 0; n < form.rows().size(); n++) {
            SwitchForm.Row row = form.rows().get(n);
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
