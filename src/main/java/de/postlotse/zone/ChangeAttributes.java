package de.postlotse.zone;

import java.util.Locale;
import java.util.Map;

/** What a page of another feature needs to show a change that is not saved yet as the editor's own pages do. */
public interface ChangeAttributes {

    /** For the fragment {@code zone/change :: change}. */
    Map<String, Object> of(ChangePreview preview, Locale locale);
}
