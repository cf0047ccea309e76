package de.postlotse.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page shows: who is logged in, and the page itself for the language switch. */
@ControllerAdvice(annotations = Controller.class)
class PageContext {

    @ModelAttribute("username")
    @Nullable
    String username(HttpServletRequest request) {
        Principal user = request.getUserPrincipal();
        return user == null ? null : user.getName();
    }

    @ModelAttribute("isStaff")
    boolean isStaff(HttpServletRequest request) {
        return request.isUserInRole("SUPPORT") || request.isUserInRole("ADMIN");
    }

    @ModelAttribute("isAdmin")
    boolean isAdmin(HttpServletRequest request) {
        return request.isUserInRole("ADMIN");
    }

    @ModelAttribute("thisPage")
    String thisPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? request.getRequestURI() : "/";
    }
}
