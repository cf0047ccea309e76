package de.postlotse.policy;

import java.util.Collection;

/** Names that mail servers are known by; whoever knows some tells them to {@link MeantHost}. */
public interface MailHostNames {

    /** Host names without the final dot; {@code *} as the first label stands for any beginning. */
    Collection<String> names();
}
