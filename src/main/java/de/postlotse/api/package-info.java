/** What all parts of the API share: the one form of its errors, how its requests are read, and sets of MX records. */
@ApplicationModule(allowedDependencies = "dns")
@NullMarked
package de.postlotse.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
