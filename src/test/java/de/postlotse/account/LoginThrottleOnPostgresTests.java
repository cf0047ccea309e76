package de.postlotse.account;

import de.postlotse.WholeApplicationOnPostgres;

@WholeApplicationOnPostgres
class LoginThrottleOnPostgresTests extends LoginThrottleContract {

    LoginThrottleOnPostgresTests(LoginThrottle throttle) {
        super(throttle);
    }
}
