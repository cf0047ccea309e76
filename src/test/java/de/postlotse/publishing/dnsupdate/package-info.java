@NullMarked
package de.postlotse.publishing.dnsupdate;

import org.jspecify.annotations.NullMarked;
