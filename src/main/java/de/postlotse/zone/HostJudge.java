package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import org.springframework.stereotype.Component;

/** Judges what DNS said of a mail server by the rules of the editor, for whoever asks on their own. */
@Component
public class HostJudge {

    private final HostRules rules;

    HostJudge(PolicyProperties properties) {
        this.rules = new HostRules(properties);
    }

    public HostStatus judge(DomainName host, HostAnswer answer) {
        return new HostStatus(host, answer, rules.judge(host, answer));
    }
}
