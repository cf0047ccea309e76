/** What keeps the application from starting, said in a few lines that name the property or the file to mend. */
@ApplicationModule(allowedDependencies = {"api", "store"})
@NullMarked
package de.postlotse.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
