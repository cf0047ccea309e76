package de.postlotse.desk.report.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.report.ReportLinks;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.page.StaffPanel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets staff make a link to the report of a zone from its page. */
@Component
record ReportPanel(ReportLinks links) implements StaffPanel {

    @Override
    public String template() {
        return "desk/report/links";
    }

    @Override
    public Map<String, Object> attributes(Caller caller, ZoneSnapshot zone) {
        return Map.of("reportLinks", links.list(caller, zone).size(), "validities", ReportLinks.Validity.values());
    }
}
