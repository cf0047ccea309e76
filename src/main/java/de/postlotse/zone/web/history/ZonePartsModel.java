package de.postlotse.zone.web.history;

import de.postlotse.account.Caller;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.history.History;
import de.postlotse.zone.history.HistoryFilter;
import de.postlotse.zone.page.ZoneParts;
import de.postlotse.zone.web.ZoneModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;

/** Lends parts of a zone's page to pages of other features. */
@Component
record ZonePartsModel(ZoneModel zoneModel, History history) implements ZoneParts {

    private static final int LATEST_CHANGES = 10;

    @Override
    public Map<String, Object> attributes(Caller caller, ZoneSnapshot zone, boolean checked, Locale locale) {
        ExtendedModelMap attributes = new ExtendedModelMap();
        zoneModel.describe(attributes, zone);
        attributes.addAttribute(
                "sets", zoneModel.sets(zone, checked ? zoneModel.statuses(caller, zone, locale) : Map.of()));
        attributes.addAttribute("checked", checked);
        List<HistoryEntry> latest =
                history.lines(caller, zone.name(), HistoryFilter.ALL, Long.MAX_VALUE, LATEST_CHANGES);
        attributes.addAttribute("history", HistoryView.of(latest, LATEST_CHANGES, zone.version()));
        attributes.addAttribute("showsOrigin", caller.isStaff());
        return attributes;
    }
}
