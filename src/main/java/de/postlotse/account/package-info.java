/** Accounts and their roles; says who may see and do what. */
@ApplicationModule(allowedDependencies = {"api", "store", "work"})
@NullMarked
package de.postlotse.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
