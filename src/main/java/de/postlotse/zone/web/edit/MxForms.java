package de.postlotse.zone.web.edit;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.CheckedEntry;
import de.postlotse.policy.Finding;
import de.postlotse.policy.HostCondition;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.CheckedChange;
import de.postlotse.zone.change.ZoneEditor;
import de.postlotse.zone.history.History;
import de.postlotse.zone.history.NoSuchVersionException;
import de.postlotse.zone.web.FieldMessages;
import de.postlotse.zone.web.MxForm;
import de.postlotse.zone.web.ZoneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for one MX record: to add it, to change it, and to have it checked while it is typed. */
@Controller
record MxForms(
        Zones zones,
        ZoneEditor editor,
        History history,
        ZoneModel zoneModel,
        PreviewModel previews,
        OutcomePage outcomes) {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,18})(-.*)?");

    /** Of changes that were made meanwhile, so many of the last are shown. */
    private static final int SHOWN_SINCE = 5;

    @GetMapping("/domains/{zone}/mx/edit")
    String edit(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam MxRecord record,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        MxSet set = found.setWith(owner, record);
        return zoneModel.show(
                model, caller, found, MxForm.of(owner, record, set.ttl(), found.revision()), FieldMessages.NONE);
    }

    @PostMapping("/domains/{zone}/mx")
    String save(Caller caller, @PathVariable DomainName zone, @ModelAttribute MxForm form, Locale locale, Model model) {
        if (form.wantsRepair()) {
            MxForm repaired = form.repaired();
            List<Finding> findings = new ArrayList<>(
                    editor.check(caller, zone, repaired.change()).findings());
            findings.addAll(form.questions());
            FieldMessages messages = zoneModel.messages(findings, locale);
            return zoneModel.show(model, caller, zones.require(caller, zone), repaired, messages);
        }
        if (form.back() != null) {
            return zoneModel.show(model, caller, zones.require(caller, zone), form, FieldMessages.NONE);
        }
        return outcomes.of(
                () -> editor.ask(form.at(caller, zone), form.consent(), form.change()),
                model,
                messages -> again(caller, zone, form, messages, model),
                harmful -> previews.ask(
                        model, harmful, "/domains/" + zone + "/mx", form.fields(), form.typedReason(), true, locale));
    }

    /** The messages of each field, for a form that is still being typed. */
    @PostMapping("/domains/{zone}/mx/check")
    String check(
            Caller caller, @PathVariable DomainName zone, @ModelAttribute MxForm form, Locale locale, Model model) {
        CheckedChange checked = editor.check(caller, zone, form.change());
        model.addAttribute("form", form);
        model.addAttribute("messages", zoneModel.messages(checked.findings(), locale));
        model.addAttribute("found", checked.entries().stream().anyMatch(MxForms::isFound));
        return "zone/form :: feedback";
    }

    private static boolean isFound(CheckedEntry entry) {
        return entry.host() != null && entry.host().condition() == HostCondition.USABLE;
    }

    /** Where another change was first, it and the own input stand side by side, to be saved on top or dropped. */
    private String again(Caller caller, DomainName zone, MxForm form, FieldMessages messages, Model model) {
        ZoneSnapshot current = zones.require(caller, zone);
        MxForm shown = form;
        if (messages.equals(FieldMessages.NONE)) {
            model.addAttribute("since", since(current, form.version()));
            shown = form.at(current.revision());
        }
        return zoneModel.show(model, caller, current, shown, messages);
    }

    private List<HistoryEntry> since(ZoneSnapshot zone, @Nullable String seen) {
        Matcher version = VERSION.matcher(seen == null ? "" : seen);
        try {
            return version.matches()
                    ? history.since(zone, Long.parseLong(version.group(1))).stream()
                            .limit(SHOWN_SINCE)
                            .toList()
                    : List.of();
        } catch (NoSuchVersionException neverShown) {
            return List.of();
        }
    }
}
