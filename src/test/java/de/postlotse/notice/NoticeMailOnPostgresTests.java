package de.postlotse.notice;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.account.AccountManagement;
import de.postlotse.account.Correspondents;
import de.postlotse.zone.RecentChanges;
import de.postlotse.zone.Zones;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class NoticeMailOnPostgresTests extends NoticeMailContract {

    NoticeMailOnPostgresTests(
            NoticeStore notices,
            NoticeMailStore mails,
            Correspondents correspondents,
            AccountManagement accounts,
            Zones zones,
            RecentChanges changes,
            MessageSource messages,
            JdbcClient database) {
        super(notices, mails, correspondents, accounts, zones, changes, messages, database);
    }
}
