package de.postlotse.account.web;

import de.postlotse.account.AccountProblem;
import de.postlotse.account.Caller;
import de.postlotse.account.OwnPassword;
import de.postlotse.account.token.ApiTokens;
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
record PasswordPage(OwnPassword ownPassword, ApiTokens tokens) {

    static final String PATH = "/account/password";

    @GetMapping
    String form(Caller caller, Model model) {
        return page(caller, model, Set.of(), Set.of());
    }

    @PostMapping
    String change(
            Caller caller,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") Set<Long> keep,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Set<AccountProblem> problems = ownPassword.change(caller, old, password, keep);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, model, keep, problems);
        }
        redirect.addFlashAttribute("changed", true);
        return "redirect:" + PATH;
    }

    private String page(Caller caller, Model model, Set<Long> kept, Set<AccountProblem> problems) {
        model.addAttribute("tokens", tokens.list(caller));
        model.addAttribute("kept", kept);
        AccountForm.addTo(model, problems);
        return "account/password";
    }
}
