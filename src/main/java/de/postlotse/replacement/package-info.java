/** Replaces a mail server by another one in every zone that names it, in the background, and takes that back. */
@ApplicationModule(allowedDependencies = {"dns", "account", "zone", "store"})
@NullMarked
package de.postlotse.replacement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
