/** Asks DNS for every mail server that some zone names, round after round, and keeps what was seen over time. */
@ApplicationModule(allowedDependencies = {"dns", "account", "lookup", "zone", "store"})
@NullMarked
package de.postlotse.sweep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
