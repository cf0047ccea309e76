package de.postlotse;

import de.postlotse.policy.HostCondition;
import de.postlotse.zone.ZoneHealth;
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

    String servers() {
        return brokenHost == null ? "USABLE" : "NONE_LEFT";
    }

    ZoneHealth.Why why(GeneratedZone zone) {
        if (delegation.equals("ELSEWHERE")) {
            return ZoneHealth.Why.NOT_DELEGATED;
        }
        return switch (publication) {
            case "OVERDUE" -> ZoneHealth.Why.NOT_PUBLISHED;
            case "DRIFTED" -> ZoneHealth.Why.CHANGED_ELSEWHERE;
            default -> {
                if (brokenHost != null) {
                    yield ZoneHealth.Why.NO_SERVER_LEFT;
                }
                yield switch (zone.routing()) {
                    case "UNSET" -> ZoneHealth.Why.NO_MAIL_SERVER;
                    case "NO_MAIL" -> ZoneHealth.Why.NO_MAIL_WANTED;
                    default -> ZoneHealth.Why.IN_ORDER;
                };
            }
        };
    }
}
