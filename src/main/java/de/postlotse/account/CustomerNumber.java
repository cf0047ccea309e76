package de.postlotse.account;

import java.util.regex.Pattern;

/** What a hoster's number of a customer may look like, wherever one is typed. */
public final class CustomerNumber {

    public static final int LONGEST = 40;
    public static final String PATTERN = "[0-9A-Za-z-]{1," + LONGEST + "}";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private CustomerNumber() {}

    public static boolean isValid(String typed) {
        return COMPILED.matcher(typed).matches();
    }
}
