@NullMarked
package de.postlotse.publishing.powerdns;

import org.jspecify.annotations.NullMarked;
