package de.postlotse.zone.page;

import de.postlotse.account.Caller;
import de.postlotse.zone.ZoneSnapshot;
import java.util.Map;

/** A part that the page of a zone shows to everybody who sees it; brought by other features. */
public interface ZonePanel {

    /** The template whose fragments {@code set(owner)}, below each set, and {@code page}, above all, are shown. */
    String template();

    /** What the template shows, as attributes of the page. */
    Map<String, Object> attributes(Caller caller, ZoneSnapshot zone);
}
