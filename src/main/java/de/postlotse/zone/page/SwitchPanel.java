package de.postlotse.zone.page;

/** Something else to do with servers that are ready to replace others; brought by other features. */
public interface SwitchPanel {

    /** The template whose fragment {@code later} stands in the form, beside its button. */
    String template();
}
