@NullMarked
package de.postlotse.publishing.embedded;

import org.jspecify.annotations.NullMarked;
