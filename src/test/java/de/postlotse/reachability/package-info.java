@NullMarked
package de.postlotse.reachability;

import org.jspecify.annotations.NullMarked;
