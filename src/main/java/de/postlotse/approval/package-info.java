/** Four eyes: changes that wait until somebody else has looked at them, and what became of them. */
@ApplicationModule(allowedDependencies = {"dns", "account", "zone", "replacement", "store"})
@NullMarked
package de.postlotse.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
