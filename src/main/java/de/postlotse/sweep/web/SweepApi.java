package de.postlotse.sweep.web;

import de.postlotse.account.Caller;
import de.postlotse.sweep.Sweeps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the sweep is, for the monitoring of whoever runs this. */
@RestController
@RequestMapping("/api/v1/sweep")
class SweepApi {

    private final Sweeps sweeps;

    SweepApi(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @GetMapping
    SweepJson show(Caller caller) {
        return SweepJson.of(sweeps.status(caller));
    }
}
