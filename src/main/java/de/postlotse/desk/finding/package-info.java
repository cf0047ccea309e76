/** What is wrong with zones, worst first, and incidents of many zones at once. */
@NullMarked
package de.postlotse.desk.finding;

import org.jspecify.annotations.NullMarked;
