/** Several nodes of the application on one store, with real name servers and the faults that they meet. */
package de.postlotse.cluster;
