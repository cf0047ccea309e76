/** What people do with the product from end to end, in a real browser. */
package de.postlotse.journey;
