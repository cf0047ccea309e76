/** Takes whole lists of zones over, in the background and at the pace of their name servers. */
@ApplicationModule(allowedDependencies = {"dns", "account", "zone", "publishing", "store"})
@NullMarked
package de.postlotse.takeover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
