package de.postlotse.account.web;

import de.postlotse.account.AccountProblem;
import de.postlotse.account.Caller;
import de.postlotse.account.Correspondent;
import de.postlotse.account.Correspondents;
import de.postlotse.account.MailLanguage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Mitteilungen": where one is written to. */
@Controller
@RequestMapping(MailPage.PATH)
class MailPage {

    static final String PATH = "/account/mail";

    private final Correspondents correspondents;
    private final boolean mailIsSent;

    MailPage(Correspondents correspondents, @Value("${spring.mail.host:}") String mailServer) {
        this.correspondents = correspondents;
        this.mailIsSent = !mailServer.isEmpty();
    }

    @GetMapping
    String form(Caller caller, Model model) {
        Correspondent own = correspondents.find(caller.username()).orElseThrow();
        return page(model, own.email() == null ? "" : own.email(), own.language(), Set.of());
    }

    @PostMapping
    String change(
            Caller caller,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "BOTH") MailLanguage language,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (!correspondents.changeOwn(caller, email.strip(), language)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, email, language, Set.of(AccountProblem.EMAIL_WRONG));
        }
        redirect.addFlashAttribute("changed", true);
        return "redirect:" + PATH;
    }

    private String page(Model model, String email, MailLanguage language, Set<AccountProblem> problems) {
        model.addAttribute("mailIsSent", mailIsSent);
        model.addAttribute("email", email);
        model.addAttribute("language", language);
        model.addAttribute("languages", MailLanguage.values());
        AccountForm.addTo(model, problems);
        return "account/mail";
    }
}
