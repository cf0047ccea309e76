/** The pages and the API of the audit trail, and what looks at who reads. */
@NullMarked
package de.postlotse.audit.web;

import org.jspecify.annotations.NullMarked;
