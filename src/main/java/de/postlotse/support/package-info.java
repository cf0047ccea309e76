/** What support needs besides the customer's own pages: what is wrong with zones, worst first, and what was noted about them. */
@ApplicationModule(
        allowedDependencies = {"dns", "account", "lookup", "zone", "sweep", "mailpath", "publishing", "store"})
@NullMarked
package de.postlotse.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
