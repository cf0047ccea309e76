/** The pages and the API for taking zones over and handing them back. */
@NullMarked
package de.postlotse.desk.takeover.web;

import org.jspecify.annotations.NullMarked;
