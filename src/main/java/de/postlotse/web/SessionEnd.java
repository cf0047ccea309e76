package de.postlotse.web;

import de.postlotse.account.AccountManagement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Ends the sessions of an account, on all nodes. In the transaction that changes the account and by a statement of its
 * own, instead of through Spring Session, which would delete in other transactions: so no session outlives the change,
 * and none ends without it.
 */
@Component
record SessionEnd(JdbcClient store) {

    @EventListener
    void end(AccountManagement.LoginsEnded ended) {
        HttpSession here = sessionOf(ended.username());
        if (here != null && !ended.exceptHere()) {
            here.invalidate(); // first, because this does use another transaction, which would wait for this one
        }
        store.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(ended.username(), here != null && ended.exceptHere() ? here.getId() : "")
                .update();
    }

    /** The session of the request that is being answered, where it is one of the account. */
    private static @Nullable HttpSession sessionOf(String username) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return null;
        }
        HttpServletRequest request = attributes.getRequest();
        Principal user = request.getUserPrincipal();
        return user != null && user.getName().equals(username) ? request.getSession(false) : null;
    }
}
