package de.postlotse.account;

/** What an account is for; decides what it may see. */
public enum Role {
    /** Sees and edits the domains of one customer number, and does not learn that others exist. */
    CUSTOMER,
    /** Sees every zone, edits on behalf of customers, reviews. */
    SUPPORT,
    /** Everything that support sees, and the accounts. */
    ADMIN;

    public boolean isStaff() {
        return this != CUSTOMER;
    }
}
