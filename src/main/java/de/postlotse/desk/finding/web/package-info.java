/** The review list and its API. */
@NullMarked
package de.postlotse.desk.finding.web;

import org.jspecify.annotations.NullMarked;
