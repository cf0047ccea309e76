/** The audit trail: who logged in, was refused, changed accounts, read and took away what; lines that nobody changes. */
@ApplicationModule(allowedDependencies = {"api", "dns", "account", "store", "web", "work"})
@NullMarked
package de.postlotse.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
