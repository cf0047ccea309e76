package de.postlotse.account;

/** Whether whoever saves an account expects it to exist. */
public enum SaveMode {
    CREATE,
    CHANGE,
    EITHER
}
