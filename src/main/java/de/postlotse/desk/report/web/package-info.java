/** The public page of a report, and the page on which staff hand out links to it. */
@NullMarked
package de.postlotse.desk.report.web;

import org.jspecify.annotations.NullMarked;
