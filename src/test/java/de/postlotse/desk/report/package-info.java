@NullMarked
package de.postlotse.desk.report;

import org.jspecify.annotations.NullMarked;
