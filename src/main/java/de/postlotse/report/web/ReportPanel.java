package de.postlotse.report.web;

import de.postlotse.account.Caller;
import de.postlotse.report.ReportLinks;
import de.postlotse.report.ReportValidity;
import de.postlotse.zone.StaffPanel;
import de.postlotse.zone.ZoneSnapshot;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets staff make a link to the report of a zone from its page. */
@Component
class ReportPanel implements StaffPanel {

    private final ReportLinks links;

    ReportPanel(ReportLinks links) {
        this.links = links;
    }

    @Override
    public String template() {
        return "report/links";
    }

    @Override
    public Map<String, Object> attributes(Caller caller, ZoneSnapshot zone) {
        return Map.of("reportLinks", links.list(caller, zone).size(), "validities", ReportValidity.values());
    }
}
