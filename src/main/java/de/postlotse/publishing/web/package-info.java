/** What each name server of a domain answers right now, for pages and for the API. */
@NullMarked
package de.postlotse.publishing.web;

import org.jspecify.annotations.NullMarked;
