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
        return page(
                model, new Wishes(own.email() == null ? "" : own.email(), own.language(), own.healthMail()), Set.of());
    }

    @PostMapping
    String change(
            Caller caller,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "BOTH") Correspondent.Language language,
            @RequestParam(defaultValue = "false") boolean health,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Wishes wishes = new Wishes(email.strip(), language, health);
        Optional<AccountProblem> problem = change(caller, wishes, old);
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, wishes, Set.of(problem.get()));
        }
        redirect.addFlashAttribute("changed", true);
        return "redirect:" + PATH;
    }

    /** Whoever finds a browser that is logged in cannot turn the mails of its owner to themselves. */
    private Optional<AccountProblem> change(Caller caller, Wishes wishes, String password) {
        if (!Correspondents.isPossible(wishes.email())) {
            return Optional.of(AccountProblem.EMAIL_WRONG);
        }
        if (wishes.health() && wishes.email().isEmpty()) {
            return Optional.of(AccountProblem.EMAIL_MISSING);
        }
        String before =
                correspondents.find(caller.username()).map(Correspondent::email).orElse("");
        Optional<AccountProblem> unproven =
                wishes.email().equals(before) ? Optional.empty() : ownPassword.confirm(caller, password);
        if (unproven.isEmpty()) {
            correspondents.changeOwn(caller, wishes.email(), wishes.language());
            if (offersHealth(caller)) {
                correspondents.mailHealth(caller, wishes.health());
            }
        }
        return unproven;
    }

    /** Where no mail is sent, or there are no domains of one's own, nobody is asked. */
    private boolean offersHealth(Caller caller) {
        return mailIsSent && caller.onlyCustomer().isPresent();
    }

    private String page(Model model, Wishes wishes, Set<AccountProblem> problems) {
        model.addAttribute("mailIsSent", mailIsSent);
        model.addAttribute("wishes", wishes);
        model.addAttribute("languages", Correspondent.Language.values());
        AccountForm.addTo(model, problems);
        return "account/mail";
    }

    /** What one typed and chose. */
    record Wishes(String email, Correspondent.Language language, boolean health) {}
}
