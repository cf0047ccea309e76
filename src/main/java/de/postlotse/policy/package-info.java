/** From typed text to a record, and the rules that every record has to pass. */
@ApplicationModule(allowedDependencies = {"dns", "lookup"})
@NullMarked
package de.postlotse.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
