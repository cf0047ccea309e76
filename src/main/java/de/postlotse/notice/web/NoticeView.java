package de.postlotse.notice.web;

import de.postlotse.notice.Notice;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.RecordLine;
import de.postlotse.zone.history.ZoneVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A notice with what was changed, as shown. */
record NoticeView(
        long id,
        String zone,
        String shownZone,
        String kind,
        Instant at,
        boolean unread,
        List<RecordLine> taken,
        List<RecordLine> brought) {

    static NoticeView of(Notice notice, Map<ZoneVersion, HistoryEntry> changes) {
        HistoryEntry entry = changes.get(notice.change());
        return new NoticeView(
                notice.id(),
                notice.zone().toString(),
                notice.zone().toUnicode(),
                notice.kind().name(),
                notice.noticedAt(),
                notice.isUnread(),
                entry == null ? List.of() : entry.taken(),
                entry == null ? List.of() : entry.brought());
    }
}
