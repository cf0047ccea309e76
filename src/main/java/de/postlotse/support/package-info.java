/** What support needs besides the customer's own pages: all zones, worst first, and what was noted about them. */
@ApplicationModule(allowedDependencies = {"dns", "account", "zone", "publishing", "store"})
@NullMarked
package de.postlotse.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
