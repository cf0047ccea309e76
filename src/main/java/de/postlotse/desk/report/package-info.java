/** The report of one zone under a secret link that expires, for somebody who has no account. */
@NullMarked
package de.postlotse.desk.report;

import org.jspecify.annotations.NullMarked;
