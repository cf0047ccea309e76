/** Brings the wanted MX sets to the name servers and proves that they answer with them. */
@ApplicationModule(allowedDependencies = {"dns", "account", "lookup", "policy", "store", "work", "zone"})
@NullMarked
package de.postlotse.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
