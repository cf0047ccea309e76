package de.postlotse.zone.page;

import de.postlotse.account.Caller;
import java.util.Map;

/** A part that the list of the caller's own domains shows above them; brought by other features. */
public interface ListPanel {

    /** The template whose fragment {@code list} is shown. */
    String template();

    /** What the template shows, as attributes of the page. */
    Map<String, Object> attributes(Caller caller);
}
