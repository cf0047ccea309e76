/** What is to be done with a zone later by itself: servers that come back after maintenance, and moves. */
@ApplicationModule(allowedDependencies = {"dns", "account", "zone", "store"})
@NullMarked
package de.postlotse.planned;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
