package de.postlotse.report;

import de.postlotse.WholeApplication;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.sweep.MailHosts;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.History;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class ReportLinksOnH2Tests extends ReportLinksContract {

    ReportLinksOnH2Tests(
            ReportLinkStore links,
            Zones zones,
            History history,
            MailHosts hosts,
            MailPaths paths,
            HandBack handBack,
            JdbcClient database) {
        super(links, zones, history, hosts, paths, handBack, database);
    }
}
