package de.postlotse.zone.page;

import de.postlotse.zone.change.ChangePreview;
import java.util.Locale;
import java.util.Map;

/** A part that pages show of a change that is not saved yet, beside its old and new sets; brought by other features. */
public interface ChangePanel {

    /** The template whose fragment {@code change(owner)} is shown for each owner whose set changes. */
    String template();

    /** What the template shows, as attributes of the page. */
    Map<String, Object> attributes(ChangePreview preview, Locale locale);
}
