package de.postlotse.desk.search;

import de.postlotse.account.Caller;
import de.postlotse.store.KeysetPage;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ZoneHealth.Health;
import de.postlotse.zone.list.StaffSearch;
import de.postlotse.zone.list.ZoneLine;
import de.postlotse.zone.list.ZoneLists;
import de.postlotse.zone.list.ZoneSearch;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** A page of the zones that a text leads to, of one health or of any; starts behind the given line. */
    @RetriedWhileStoreIsAway
    public Found find(Caller caller, String text, @Nullable Health health, FoundZone.@Nullable Cursor after) {
        caller.requireStaff();
        SearchText wanted = SearchText.read(text);
        return wanted.isEmpty() ? Found.NONE : store.find(wanted, health, after);
    }

    @RetriedWhileStoreIsAway
    @Override
    public KeysetPage<ZoneLine, ZoneLine.Cursor> list(
            Caller caller, ZoneSearch search, ZoneLine.@Nullable Cursor after) {
        caller.requireStaff();
        if (!search.hasText()) {
            return KeysetPage.of(store.all(search.health(), after), ZoneLists.PAGE, ZoneLine::cursor);
        }
        SearchText wanted = SearchText.read(search.text());
        List<ZoneLine> lines = wanted.isEmpty() ? List.of() : store.worstFirst(wanted, search.health(), after);
        return KeysetPage.of(lines, ZoneLists.PAGE, ZoneLine::cursor);
    }

    /**
     * A page of what was found.
     *
     * @param tooMany whether there is more than is looked at, so that one should say more
     */
    public record Found(KeysetPage<FoundZone, FoundZone.Cursor> page, boolean tooMany) {

        static final Found NONE = new Found(new KeysetPage<>(List.of(), null), false);
    }
}
