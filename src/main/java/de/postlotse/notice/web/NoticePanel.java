package de.postlotse.notice.web;

import de.postlotse.account.Caller;
import de.postlotse.notice.Notice;
import de.postlotse.notice.Notices;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.history.ZoneVersion;
import de.postlotse.zone.page.ListPanel;
import de.postlotse.zone.page.ZonePanel;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells customers on the list of their domains, and on the page of each, what staff changed there. */
@Component
record NoticePanel(Notices notices) implements ZonePanel, ListPanel {

    /** So many are shown above the domains; the others have a page. */
    private static final int ON_THE_LIST = 5;

    @Override
    public String template() {
        return "notice/parts";
    }

    @Override
    public Map<String, Object> attributes(Caller caller) {
        List<Notices.Group> unread = notices.unread(caller);
        List<Notices.Group> shown = unread.stream().limit(ON_THE_LIST).toList();
        Map<ZoneVersion, HistoryEntry> changes = notices.changes(
                caller,
                shown.stream()
                        .filter(group -> group.count() == 1)
                        .map(Notices.Group::newest)
                        .toList());
        return Map.of(
                "noticeGroups",
                shown.stream()
                        .map(group -> new GroupView(
                                group.count(),
                                group.newest().noticedMinute().getEpochSecond(),
                                NoticeView.of(group.newest(), changes)))
                        .toList(),
                "noticesUpTo",
                unread.stream().mapToLong(group -> group.newest().id()).max().orElse(0),
                "noticesFurther",
                unread.size() > ON_THE_LIST);
    }

    @Override
    public Map<String, Object> attributes(Caller caller, ZoneSnapshot zone) {
        List<Notice> unread = notices.unread(caller, zone);
        Map<ZoneVersion, HistoryEntry> changes = notices.changes(caller, unread);
        return Map.of(
                "zoneNotices",
                unread.stream().map(notice -> NoticeView.of(notice, changes)).toList());
    }

    /**
     * Notices of one minute and kind.
     *
     * @param minute in seconds since 1970
     */
    record GroupView(int count, long minute, NoticeView newest) {}
}
