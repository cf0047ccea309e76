/** Tells customers what staff changed in their zones: in the application, and by mail where that is configured. */
@ApplicationModule(allowedDependencies = {"dns", "account", "zone", "store"})
@NullMarked
package de.postlotse.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
