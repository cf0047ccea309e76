package de.postlotse.desk.finding;

import de.postlotse.store.KeptFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows whoever watches how many zones have which finding. */
@Component
record FindingMeters(JdbcClient store) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        KeptFigures<Integer> findings = new KeptFigures<>(this::byWeight);
        for (FindingKind kind : FindingKind.values()) {
            Gauge.builder("postlotse.findings", () -> findings.of(kind.weight()))
                    .description("Findings on the review list, reviewed or not")
                    .tag("kind", kind.name())
                    .register(meters);
        }
    }

    private Map<Integer, Long> byWeight() {
        return store
                .sql("select weight, count(*) as findings from zone_finding group by weight")
                .query((row, number) -> Map.entry(row.getInt("weight"), row.getLong("findings")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
