@NullMarked
package de.postlotse.report;

import org.jspecify.annotations.NullMarked;
