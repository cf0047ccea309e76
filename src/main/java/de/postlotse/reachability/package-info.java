/** Tests whether a mail server answers on port 25: its greeting and its encryption, and never a mail. */
@ApplicationModule(allowedDependencies = {"dns", "account", "lookup", "zone"})
@NullMarked
package de.postlotse.reachability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
