package de.postlotse.web;

import de.postlotse.api.RequestId;
import de.postlotse.brand.Brand;
import de.postlotse.brand.BrandStyle;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page shows: who is logged in, and the page itself for the language switch. */
@ControllerAdvice(annotations = Controller.class)
class PageContext {

    private final Brand brand;
    private final BrandStyle style;

    PageContext(Brand brand, BrandStyle style) {
        this.brand = brand;
        this.style = style;
    }

    @ModelAttribute("brand")
    Brand brand() {
        return brand;
    }

    @ModelAttribute("brandStyle")
    BrandStyle brandStyle() {
        return style;
    }

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

    /** For whoever calls support because of an error. */
    @ModelAttribute(RequestId.NAME)
    @Nullable
    String requestId() {
        return RequestId.current();
    }

    /** The look that the visitor has chosen; null where the device decides. */
    @ModelAttribute("theme")
    @Nullable
    String theme(HttpServletRequest request) {
        return Themes.chosen(request);
    }

    /** The address of a page that can be asked for again, below the context path, as links in templates are. */
    @ModelAttribute("thisPage")
    String thisPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? request.getRequestURI().substring(request.getContextPath().length())
                : "/";
    }

    /** Where the visitor is, for the menus: after a form was sent, too. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
