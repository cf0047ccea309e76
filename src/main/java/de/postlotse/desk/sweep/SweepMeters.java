package de.postlotse.desk.sweep;

import de.postlotse.store.KeptFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows whoever watches how far the round of the sweep is. */
@Component
record SweepMeters(SweepStore store) implements MeterBinder {

    private static final String ALL = "ALL";
    private static final String DONE = "DONE";

    @Override
    public void bindTo(MeterRegistry meters) {
        KeptFigures<String> round = new KeptFigures<>(this::round);
        for (String part : new String[] {ALL, DONE}) {
            Gauge.builder("postlotse.sweep.hosts", () -> round.of(part))
                    .description("Hosts of the last round of the sweep: all, and those that need not be asked any more")
                    .tag("part", part)
                    .register(meters);
        }
    }

    private Map<String, Long> round() {
        return store.lastRound()
                .map(round -> Map.of(
                        ALL,
                        (long) round.hosts(),
                        DONE,
                        store.figures(round.id()).hostsDone()))
                .orElse(Map.of());
    }
}
