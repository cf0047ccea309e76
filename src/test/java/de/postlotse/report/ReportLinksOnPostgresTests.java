package de.postlotse.report;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.sweep.MailHosts;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.History;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class ReportLinksOnPostgresTests extends ReportLinksContract {

    ReportLinksOnPostgresTests(
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
