/** Whose application it looks like: name, logo, colours and contacts of the hoster, from properties. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package de.postlotse.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
