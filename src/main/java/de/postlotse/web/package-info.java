/** The shell: who may call what, languages, layout, error pages; knows no feature's types. */
@ApplicationModule(allowedDependencies = {"api", "brand", "account", "account::token", "store"})
@NullMarked
package de.postlotse.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
