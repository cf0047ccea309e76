package de.postlotse.planned;

import de.postlotse.zone.change.ChangePreview;

/** What became of a person's wish to plan something. Nobody asks a program: its wishes end in a {@link PlanOutcome}. */
public sealed interface AskedPlan permits PlanOutcome, AskedPlan.Harmful {

    /** Nothing is planned yet: it would do harm that the person has not been shown. */
    record Harmful(ChangePreview preview) implements AskedPlan {}
}
