package de.postlotse.zone.page;

import de.postlotse.account.Caller;
import de.postlotse.zone.ZoneSnapshot;
import java.util.Map;

/** A part that the page of a zone shows to staff besides what its customer sees; brought by other features. */
public interface StaffPanel {

    /** The template whose fragment {@code panel} is shown. */
    String template();

    /** What the template shows, as attributes of the page. */
    Map<String, Object> attributes(Caller caller, ZoneSnapshot zone);
}
