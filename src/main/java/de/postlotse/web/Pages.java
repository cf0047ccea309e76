package de.postlotse.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Pages that belong to no feature. */
@Controller
record Pages(KeptForms forms, MessageSource messages, HelpSearch helpSearch) {

    /** Customers start with their domains, staff with what is to be done. */
    @GetMapping("/")
    String home(HttpServletRequest request) {
        boolean staff = request.isUserInRole("SUPPORT") || request.isUserInRole("ADMIN");
        return staff ? "redirect:/support" : "redirect:/domains";
    }

    @GetMapping("/login")
    String login() {
        return "web/login";
    }

    /** In place of a part of a page, for somebody whose session has ended. */
    @GetMapping("/login/part")
    String logInFirst() {
        return "web/kept :: part";
    }

    /** What was typed before the log-in, to be sent again. */
    @GetMapping("/kept")
    String kept(
            @SessionAttribute(name = KeptForms.FIELD, required = false) @Nullable String kept,
            Principal login,
            Locale locale,
            Model model) {
        Optional<KeptForms.KeptForm> form =
                Optional.ofNullable(kept).flatMap(closed -> forms.open(closed, login.getName()));
        if (form.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("action", form.get().action());
        model.addAttribute("fields", TypedField.of(form.get().fields(), messages, locale));
        return "web/kept";
    }

    /** @param q what is looked for; without it there is the text alone */
    @GetMapping("/help")
    String help(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("found", helpSearch.find(q, locale));
        return "web/help";
    }
}
