package de.postlotse.account;

/** Callers of tests that need no session. */
public final class Callers {

    public static final Caller SUPPORT = new Caller("support", Role.SUPPORT, null, "127.0.0.1");
    public static final Caller ADMIN = new Caller("admin", Role.ADMIN, null, "127.0.0.1");

    private Callers() {}

    /** Somebody of a customer. */
    public static Caller customer(String number) {
        return new Caller("kunde", Role.CUSTOMER, number, "127.0.0.1");
    }
}
