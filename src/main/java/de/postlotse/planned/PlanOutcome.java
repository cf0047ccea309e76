package de.postlotse.planned;

import de.postlotse.zone.change.SaveOutcome;
import java.time.Instant;

/** What became of a wish to plan something. */
public sealed interface PlanOutcome extends AskedPlan {

    /** It is planned, and done already where it is for now. */
    record Planned() implements PlanOutcome {}

    /** The rules are against it; nothing is planned. */
    record Refused(SaveOutcome.Refused refused) implements PlanOutcome {}

    /** Somebody else's change came between; what is planned says so. */
    record Reported() implements PlanOutcome {}

    /** @param earliest when it could be at the earliest */
    record WrongTime(Instant earliest) implements PlanOutcome {}

    /**
     * As much waits for the zone or its customer already as may.
     *
     * @param most steps of a zone
     */
    record TooMany(int most) implements PlanOutcome {}

    record NoSuchServer() implements PlanOutcome {}
}
