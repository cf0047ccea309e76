package de.postlotse.desk.today.web;

/**
 * Something that waits for hands.
 *
 * @param number how many there are of it
 * @param many whether there are more than are counted
 * @param address where it is dealt with
 */
record Task(String tone, long number, boolean many, String title, String text, String address) {}
