/** The application as a process that is killed while it works: nothing that was acknowledged is lost. */
package de.postlotse.kill;
