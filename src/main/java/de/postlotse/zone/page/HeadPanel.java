package de.postlotse.zone.page;

import de.postlotse.zone.ZoneSnapshot;
import java.util.Map;

/** What another feature has to say in the head of a zone's pages, beside the tabs. */
public interface HeadPanel {

    /** For the template {@code zone/head}. */
    Map<String, Object> attributes(ZoneSnapshot zone);
}
