package de.postlotse.notice;

import de.postlotse.account.Correspondent;
import de.postlotse.account.Correspondents;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ChangeRecorded;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes for the customer what staff change, in the transaction of the change. */
@Component
class NoticeWriter {

    private final NoticeStore notices;
    private final NoticeMailStore mails;
    private final Correspondents correspondents;
    private final ObjectProvider<NoticeMailing> mailing;

    NoticeWriter(
            NoticeStore notices,
            NoticeMailStore mails,
            Correspondents correspondents,
            ObjectProvider<NoticeMailing> mailing) {
        this.notices = notices;
        this.mails = mails;
        this.correspondents = correspondents;
        this.mailing = mailing;
    }

    /** Whoever takes a zone over changes nothing in it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void note(ChangeRecorded change) {
        if (!change.byStaff() || change.kind() == ChangeKind.TAKEN_OVER) {
            return;
        }
        long notice = notices.add(change);
        if (mailing.getIfAvailable() != null) {
            List<String> accounts = correspondents.of(change.customer()).stream()
                    .map(Correspondent::username)
                    .toList();
            mails.add(notice, accounts, change.at());
        }
    }
}
