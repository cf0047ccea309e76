@NullMarked
package de.postlotse.provider;

import org.jspecify.annotations.NullMarked;
