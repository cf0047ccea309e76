package de.postlotse.support;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.MailState;
import de.postlotse.zone.StaffSearch;
import de.postlotse.zone.ZoneCursor;
import de.postlotse.zone.ZoneLine;
import de.postlotse.zone.ZonePage;
import de.postlotse.zone.ZoneSearch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a zone among a million by any part of what a caller says: domain, customer number, mail server or address. What
 * is sure comes first, and not more than {@value #MOST} hits are read, however little was said.
 */
@Service
@Transactional(readOnly = true)
public class ZoneFinder implements StaffSearch {

    /** Whoever finds more has to say more. */
    public static final int MOST = 1_000;

    private final ZoneFinderStore store;

    ZoneFinder(ZoneFinderStore store) {
        this.store = store;
    }

    /** A page of the zones that a text leads to, in a state or in any; starts behind the given line. */
    @RetriedWhileStoreIsAway
    public FoundZones find(Caller caller, String text, @Nullable MailState state, FoundZone.@Nullable Cursor after) {
        requireStaff(caller);
        SearchText wanted = SearchText.read(text);
        return wanted.isEmpty() ? FoundZones.NONE : store.find(wanted, state, after);
    }

    @RetriedWhileStoreIsAway
    @Override
    public ZonePage list(Caller caller, ZoneSearch search, @Nullable ZoneCursor after) {
        requireStaff(caller);
        if (!search.hasText()) {
            return ZonePage.of(store.all(search.state(), after));
        }
        SearchText wanted = SearchText.read(search.text());
        List<ZoneLine> lines = wanted.isEmpty() ? List.of() : store.worstFirst(wanted, search.state(), after);
        return ZonePage.of(lines);
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }
}
