/**
 * What everybody who uses the store has in common: what to do while it is away for a moment, and the form in which texts,
 * times, rows and pages go into it and come out.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package de.postlotse.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
