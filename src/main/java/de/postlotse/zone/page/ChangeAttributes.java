package de.postlotse.zone.page;

import de.postlotse.zone.change.ChangePreview;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What a page of another feature needs to show a change that is not saved yet as the editor's own pages do. */
public interface ChangeAttributes {

    /** For the fragment {@code zone/change :: change}. */
    Map<String, Object> of(ChangePreview preview, Locale locale);

    /**
     * The page that asks whether a change is to be made although it does harm.
     *
     * @param action the address that the form was sent to, and is to be sent to again
     * @param fields the very same fields, each with its value or values
     * @param reason why, as typed so far; null where nobody is asked why
     * @param keepsInput whether "back" leads to a form with the fields in it, instead of the zone's page
     * @return its view
     */
    String ask(
            Model model,
            ChangePreview preview,
            String action,
            Map<String, ?> fields,
            @Nullable String reason,
            boolean keepsInput,
            Locale locale);
}
