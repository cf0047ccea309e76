package de.postlotse.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that belong to no feature. */
@Controller
class Pages {

    /** Customers start with their domains, staff with everybody's. */
    @GetMapping("/")
    String home(HttpServletRequest request) {
        boolean staff = request.isUserInRole("SUPPORT") || request.isUserInRole("ADMIN");
        return staff ? "redirect:/support/zones" : "redirect:/domains";
    }

    @GetMapping("/login")
    String login() {
        return "web/login";
    }

    @GetMapping("/help")
    String help() {
        return "web/help";
    }
}
