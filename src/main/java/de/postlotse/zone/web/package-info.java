/** The customer's pages and the API for MX records. */
@NullMarked
package de.postlotse.zone.web;

import org.jspecify.annotations.NullMarked;
