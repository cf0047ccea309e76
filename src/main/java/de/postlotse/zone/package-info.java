/** A zone: its MX sets, its version, its history and its events; the only writer of the records in the store. */
@ApplicationModule(allowedDependencies = {"api", "dns", "account", "lookup", "policy", "store", "web", "work"})
@NullMarked
package de.postlotse.zone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
