/** Asks DNS: what a mail server's name leads to, and whether an owner name may carry MX records. */
@ApplicationModule(allowedDependencies = "dns")
@NullMarked
package de.postlotse.lookup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
