package de.postlotse.reachability.web;

import de.postlotse.zone.page.ServerAction;
import org.springframework.stereotype.Component;

/** The button beside each server of a zone. */
@Component
@WhereEnabled
class ReachabilityAction implements ServerAction {

    @Override
    public String template() {
        return "reachability/action";
    }
}
