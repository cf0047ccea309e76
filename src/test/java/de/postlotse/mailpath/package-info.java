@NullMarked
package de.postlotse.mailpath;

import org.jspecify.annotations.NullMarked;
