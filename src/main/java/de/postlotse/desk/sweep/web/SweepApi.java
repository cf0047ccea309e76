package de.postlotse.desk.sweep.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.sweep.SweepStatus;
import de.postlotse.desk.sweep.Sweeps;
import de.postlotse.policy.HostCondition;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the sweep is, for the monitoring of whoever runs this. */
@RestController
@RequestMapping("/api/v1/sweep")
record SweepApi(Sweeps sweeps) {

    @GetMapping
    SweepJson show(Caller caller) {
        return SweepJson.of(sweeps.status(caller));
    }

    /**
     * How far the sweep is, as programs see it.
     *
     * @param round the last one; null where there was none yet
     * @param hostsPerSecond over the last five minutes, all nodes together
     * @param conditions how many hosts there are of each condition that is believed
     * @param undecided hosts of which nothing was seen often enough yet
     * @param askedOnTheirOwn hosts that are asked besides the round
     * @param paused null while it goes on
     */
    private record SweepJson(
            @Nullable Round round,
            double hostsPerSecond,
            Map<HostCondition, Long> conditions,
            long undecided,
            long askedOnTheirOwn,
            @Nullable Paused paused) {

        record Round(
                Instant startedAt,
                @Nullable Instant endedAt,
                @Nullable Instant throughAt,
                long hosts,
                long done) {}

        record Paused(String by, @Nullable Instant since) {}

        static SweepJson of(SweepStatus status) {
            Instant startedAt = status.startedAt();
            String pausedBy = status.pausedBy();
            return new SweepJson(
                    startedAt == null
                            ? null
                            : new Round(startedAt, status.endedAt(), status.throughAt(), status.hosts(), status.done()),
                    Math.round(status.perSecond() * 10) / 10.0,
                    status.census().hosts(),
                    status.census().undecided(),
                    status.onTheirOwn(),
                    pausedBy == null ? null : new Paused(pausedBy, status.pausedSince()));
        }
    }
}
