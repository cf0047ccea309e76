/** What to do while the store is away for a moment: try again where that does no harm, tell it apart from faults. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package de.postlotse.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
