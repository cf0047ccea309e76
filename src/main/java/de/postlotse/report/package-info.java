/** The report of one zone under a signed link that expires, for somebody who has no account. */
@ApplicationModule(allowedDependencies = {"dns", "account", "lookup", "zone", "sweep", "mailpath", "store"})
@NullMarked
package de.postlotse.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
