/** Values that everybody shares: domain names, priorities, TTLs and sets of MX records; hides dnsjava's own types. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package de.postlotse.dns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
