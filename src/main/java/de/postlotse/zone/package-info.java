/** Zones, their MX sets, the rules that every entry must pass, and the history; the only writer of the records. */
@ApplicationModule(allowedDependencies = {"dns", "account", "lookup", "store"})
@NullMarked
package de.postlotse.zone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
