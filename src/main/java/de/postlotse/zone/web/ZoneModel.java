package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.policy.Finding;
import de.postlotse.policy.FindingTexts;
import de.postlotse.policy.HostStatus;
import de.postlotse.policy.PolicyProperties;
import de.postlotse.policy.ShownAddresses;
import de.postlotse.policy.TypedOwner;
import de.postlotse.zone.OwnMailServers;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.health.MailHealth;
import de.postlotse.zone.page.HeadPanel;
import de.postlotse.zone.page.ServerAction;
import de.postlotse.zone.page.StaffPanel;
import de.postlotse.zone.page.ZonePanel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in what the page of a zone shows, for each of the ways that lead to it. */
@Component
public record ZoneModel(
        Zones zones,
        MailHealth health,
        FindingTexts texts,
        ShownAddresses addresses,
        OwnMailServers ownServers,
        PolicyProperties policy,
        List<HeadPanel> headPanels,
        List<StaffPanel> staffPanels,
        List<ZonePanel> zonePanels,
        List<ServerAction> serverActions) {

    /** The zone and an empty form. */
    public String show(Model model, Caller caller, ZoneSnapshot zone) {
        return show(model, caller, zone, MxForm.empty(zone.revision()), FieldMessages.NONE, Map.of());
    }

    /** The zone, a form as it was typed and what there is to say about it. */
    public String show(Model model, Caller caller, ZoneSnapshot zone, MxForm form, FieldMessages messages) {
        return show(model, caller, zone, form, messages, Map.of());
    }

    /** The zone with what DNS says of each server, asked before the page is sent. */
    String showChecked(Model model, Caller caller, ZoneSnapshot zone, Locale locale) {
        return show(
                model, caller, zone, MxForm.empty(zone.revision()), FieldMessages.NONE, statuses(caller, zone, locale));
    }

    public Map<DomainName, SetView.StatusView> statuses(Caller caller, ZoneSnapshot zone, Locale locale) {
        Map<DomainName, HostStatus> statuses = health.check(caller, zone.name());
        return statuses.values().stream()
                .collect(Collectors.toMap(
                        HostStatus::host,
                        status -> SetView.StatusView.of(
                                status, addresses.of(status.found()), texts.of(status.findings(), locale))));
    }

    /** The sets of a zone, with what DNS says of their servers as far as it was asked. */
    public List<SetView> sets(ZoneSnapshot zone, Map<DomainName, SetView.StatusView> statuses) {
        return SetView.of(zone, statuses, ownServers);
    }

    public FieldMessages messages(List<Finding> findings, Locale locale) {
        return new FieldMessages(texts.of(findings, locale));
    }

    public void describe(Model model, ZoneSnapshot zone) {
        model.addAttribute("zone", zone.name().toString());
        model.addAttribute("shownZone", zone.name().toUnicode());
        model.addAttribute("customer", zone.customer());
        model.addAttribute("version", zone.revision());
        model.addAttribute("drift", DriftView.of(zone));
        model.addAttribute("delegation", zone.delegation().name());
        model.addAttribute("publication", PublicationView.of(zone));
        headPanels.forEach(panel -> model.addAllAttributes(panel.attributes(zone)));
    }

    private String show(
            Model model,
            Caller caller,
            ZoneSnapshot zone,
            MxForm form,
            FieldMessages messages,
            Map<DomainName, SetView.StatusView> statuses) {
        describe(model, zone);
        model.addAttribute("sets", sets(zone, statuses));
        model.addAttribute(
                "serverActions",
                serverActions.stream().map(ServerAction::template).toList());
        zonePanels.forEach(panel -> model.addAllAttributes(panel.attributes(caller, zone)));
        model.addAttribute(
                "zonePanels", zonePanels.stream().map(ZonePanel::template).toList());
        model.addAttribute("checked", !statuses.isEmpty());
        model.addAttribute("hasApexSet", zone.setAt(zone.name()).isPresent());
        model.addAttribute("hasOwnServers", ownServers.exist());
        model.addAttribute("form", form);
        model.addAttribute("messages", messages);
        model.addAttribute(
                "formOwner",
                TypedOwner.read(form.owner() == null ? "" : form.owner(), zone.name())
                        .orElse(zone.name())
                        .toString());
        model.addAttribute("proposedPriority", zone.proposedPriority().value());
        model.addAttribute(
                "proposedTtl",
                zone.setAt(zone.name()).map(set -> set.ttl().seconds()).orElse(policy.defaultTtl()));
        if (caller.isStaff()) {
            staffPanels.forEach(panel -> model.addAllAttributes(panel.attributes(caller, zone)));
            model.addAttribute(
                    "staffPanels",
                    staffPanels.stream().map(StaffPanel::template).toList());
        }
        return "zone/zone";
    }
}
