package de.postlotse.zone.page;

import de.postlotse.account.Caller;
import de.postlotse.zone.ZoneSnapshot;
import java.util.Locale;
import java.util.Map;

/** What parts of a zone's page show, for other pages that show them, too. */
public interface ZoneParts {

    /**
     * The attributes for the templates {@code zone/publication}, {@code zone/drift}, for the lines of
     * {@code zone/history}, and for a table of the sets whose cells get the fragment {@code answers} of
     * {@code zone/table}.
     *
     * @param checked whether DNS is asked about each server before the page is sent
     */
    Map<String, Object> attributes(Caller caller, ZoneSnapshot zone, boolean checked, Locale locale);
}
