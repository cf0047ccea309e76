package de.postlotse.account;

import de.postlotse.WholeApplication;

@WholeApplication
class LoginThrottleOnH2Tests extends LoginThrottleContract {

    LoginThrottleOnH2Tests(LoginThrottle throttle) {
        super(throttle);
    }
}
