/** What work in the background has in common: jobs of many items, with progress, stop and go on; growing pauses. */
@ApplicationModule(allowedDependencies = "store")
@NullMarked
package de.postlotse.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
