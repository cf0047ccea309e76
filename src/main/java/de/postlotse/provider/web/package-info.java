/** The pages that lead to the servers of a provider. */
@NullMarked
package de.postlotse.provider.web;

import org.jspecify.annotations.NullMarked;
