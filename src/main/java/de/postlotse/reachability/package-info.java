/** Tests whether a mail server answers on port 25: its greeting and its encryption, and never a mail. */
@ApplicationModule(allowedDependencies = {"api", "dns", "account", "lookup", "policy", "zone", "zone::page"})
@NullMarked
package de.postlotse.reachability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
