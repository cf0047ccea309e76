package de.postlotse.zone.list;

import de.postlotse.account.Caller;
import de.postlotse.store.KeysetPage;
import org.jspecify.annotations.Nullable;

/**
 * Finds zones among those of all customers by whatever somebody on the phone says; brought by the feature that knows
 * more than zones. It reads a bounded part of the store, however little was said.
 */
public interface StaffSearch {

    /** A page of what was found, worst first, or of all where nothing was said; starts behind the given line. */
    KeysetPage<ZoneLine, ZoneLine.Cursor> list(Caller caller, ZoneSearch search, ZoneLine.@Nullable Cursor after);
}
