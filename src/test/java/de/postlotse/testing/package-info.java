/** What tests of several features share: the application they ask, its visitors, and the servers around it. */
package de.postlotse.testing;
