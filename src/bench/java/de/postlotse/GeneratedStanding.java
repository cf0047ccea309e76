package de.postlotse;

import de.postlotse.zone.HostCondition;
import de.postlotse.zone.MailState;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How a generated zone stands besides its records: one in forty has something wrong with it. */
record GeneratedStanding(
        Instant since,
        @Nullable String brokenHost,
        String publication,
        @Nullable String problem,
        String delegation) {

    private static final int DRIFTED = 2;
    private static final int OVERDUE = 3;
    private static final int ELSEWHERE = 23;

    static GeneratedStanding of(GeneratedZone zone, Instant now) {
        String broken = zone.records().stream()
                .map(GeneratedZone.Mx::target)
                .filter(target -> !target.equals(".") && GeneratedZone.condition(target) != HostCondition.USABLE)
                .findFirst()
                .orElse(null);
        int share = new SplittableRandom(zone.number() * 13L + 3).nextInt(1_000);
        return new GeneratedStanding(
                since(zone.name(), now),
                broken,
                share < DRIFTED ? "DRIFTED" : share < OVERDUE ? "OVERDUE" : "LIVE",
                share < DRIFTED ? "changed-elsewhere" : share < OVERDUE ? "refused" : null,
                share >= OVERDUE && share < ELSEWHERE ? "ELSEWHERE" : "OURS");
    }

    /** Some time in the last three months. */
    static Instant since(String name, Instant now) {
        return now.minusSeconds(3_600 + (name.hashCode() & Integer.MAX_VALUE) % (86_400 * 90));
    }

    @Nullable
    Instant brokenSince() {
        return brokenHost == null ? null : since;
    }

    MailState state(GeneratedZone zone) {
        if (brokenHost != null) {
            return MailState.BROKEN;
        }
        if (delegation.equals("ELSEWHERE")) {
            return MailState.NOT_DELEGATED;
        }
        return switch (publication) {
            case "DRIFTED" -> MailState.DRIFTED;
            case "OVERDUE" -> MailState.NOT_PUBLISHED;
            default -> MailState.valueOf(zone.routing());
        };
    }
}
