package de.postlotse.account.web;

import de.postlotse.account.AccountProblem;
import de.postlotse.account.Caller;
import de.postlotse.account.Correspondent;
import de.postlotse.account.Correspondents;
import de.postlotse.account.OwnPassword;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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
    private final OwnPassword ownPassword;
    private final boolean mailIsSent;

    MailPage(Correspondents correspondents, OwnPassword ownPassword, @Value("${spring.mail.host:}") String mailServer) {
        this.correspondents = correspondents;
        this.ownPassword = ownPassword;
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
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "BOTH") Correspondent.Language language,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Optional<AccountProblem> problem = change(caller, email.strip(), old, language);
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, email, language, Set.of(problem.get()));
        }
        redirect.addFlashAttribute("changed", true);
        return "redirect:" + PATH;
    }

    /** Whoever finds a browser that is logged in cannot turn the mails of its owner to themselves. */
    private Optional<AccountProblem> change(
            Caller caller, String email, String password, Correspondent.Language language) {
        if (!Correspondents.isPossible(email)) {
            return Optional.of(AccountProblem.EMAIL_WRONG);
        }
        String before =
                correspondents.find(caller.username()).map(Correspondent::email).orElse("");
        Optional<AccountProblem> unproven =
                email.equals(before) ? Optional.empty() : ownPassword.confirm(caller, password);
        if (unproven.isEmpty()) {
            correspondents.changeOwn(caller, email, language);
        }
        return unproven;
    }

    private String page(Model model, String email, Correspondent.Language language, Set<AccountProblem> problems) {
        model.addAttribute("mailIsSent", mailIsSent);
        model.addAttribute("email", email);
        model.addAttribute("language", language);
        model.addAttribute("languages", Correspondent.Language.values());
        AccountForm.addTo(model, problems);
        return "account/mail";
    }
}
