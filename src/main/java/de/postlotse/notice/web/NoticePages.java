package de.postlotse.notice.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.notice.Notice;
import de.postlotse.notice.Notices;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.history.ZoneVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** "Mitteilungen": what the support desk changed in the caller's own domains. */
@Controller
@RequestMapping(NoticePages.PATH)
record NoticePages(Notices notices) {

    static final String PATH = "/domains/notices";

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * @param minute in seconds since 1970, with the kind, for what was done at once
     * @param before the number before which the page starts
     */
    @GetMapping
    String list(
            Caller caller,
            @RequestParam @Nullable Long minute,
            @RequestParam @Nullable ChangeKind kind,
            @RequestParam @Nullable Long before,
            Model model) {
        List<Notice> found = notices.list(caller, batch(minute, kind), before);
        boolean more = found.size() > Notices.PAGE;
        List<Notice> page = more ? found.subList(0, Notices.PAGE) : found;
        Map<ZoneVersion, HistoryEntry> changes = notices.changes(caller, page);
        model.addAttribute(
                "notices",
                page.stream().map(notice -> NoticeView.of(notice, changes)).toList());
        model.addAttribute("anyUnread", page.stream().anyMatch(Notice::isUnread));
        model.addAttribute("upTo", page.isEmpty() ? null : page.getFirst().id());
        model.addAttribute("older", more ? page.getLast().id() : null);
        model.addAttribute("minute", minute);
        model.addAttribute("kind", kind);
        return "notice/list";
    }

    /**
     * Takes notices for read and leads back to where they were shown.
     *
     * @param id one notice; without it those of a minute and kind, without these all of them
     * @param upTo the newest that was shown
     * @param zone where that was the page of a zone
     */
    @PostMapping("/read")
    String markRead(
            Caller caller,
            @RequestParam @Nullable Long id,
            @RequestParam @Nullable Long minute,
            @RequestParam @Nullable ChangeKind kind,
            @RequestParam(defaultValue = "0") long upTo,
            @RequestParam @Nullable DomainName zone,
            @RequestParam(defaultValue = "") String back) {
        Notices.Batch batch = batch(minute, kind);
        if (id != null) {
            notices.markRead(caller, id);
        } else if (batch != null) {
            notices.markRead(caller, batch, upTo);
        } else {
            notices.markAllRead(caller, upTo);
        }
        if (zone != null) {
            return "redirect:/domains/" + zone;
        }
        return back.equals("notices") ? "redirect:" + PATH : "redirect:/domains";
    }

    private static Notices.@Nullable Batch batch(@Nullable Long minute, @Nullable ChangeKind kind) {
        if (minute == null || kind == null) {
            return null;
        }
        if (minute < 0 || minute > LATEST.getEpochSecond()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new Notices.Batch(Instant.ofEpochSecond(minute), kind);
    }
}
