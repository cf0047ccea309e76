package de.postlotse.account.web;

import de.postlotse.account.AccountProblem;
import de.postlotse.account.Caller;
import de.postlotse.account.OwnPassword;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Passwort ändern": one's own. */
@Controller
@RequestMapping(PasswordPage.PATH)
class PasswordPage {

    static final String PATH = "/account/password";

    private final OwnPassword ownPassword;

    PasswordPage(OwnPassword ownPassword) {
        this.ownPassword = ownPassword;
    }

    @GetMapping
    String form(Model model) {
        return page(model, Set.of());
    }

    @PostMapping
    String change(
            Caller caller,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Set<AccountProblem> problems = ownPassword.change(caller, old, password);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, problems);
        }
        redirect.addFlashAttribute("changed", true);
        return "redirect:" + PATH;
    }

    private static String page(Model model, Set<AccountProblem> problems) {
        AccountForm.addTo(model, problems);
        return "account/password";
    }
}
