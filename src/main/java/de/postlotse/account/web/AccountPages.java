package de.postlotse.account.web;

import de.postlotse.account.AccountLine;
import de.postlotse.account.AccountManagement;
import de.postlotse.account.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Konten": admins find, create, change and delete accounts. */
@Controller
@RequestMapping(AccountPages.PATH)
record AccountPages(AccountManagement management) {

    static final String PATH = "/support/accounts";

    @GetMapping
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("page", management.list(caller, q, after));
        model.addAttribute("q", q);
        return "account/accounts";
    }

    @GetMapping("/new")
    String createForm(Model model) {
        return AccountForm.fresh().on(model);
    }

    @PostMapping("/new")
    String create(
            Caller caller,
            @RequestParam(defaultValue = "") String username,
            @ModelAttribute TypedAccount typed,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        AccountManagement.Outcome outcome =
                management.save(caller, typed.draft(username), AccountManagement.SaveMode.CREATE);
        if (outcome instanceof AccountManagement.Outcome.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return AccountForm.of(true, username, typed, refused.problems()).on(model);
        }
        redirect.addFlashAttribute("saved", username.strip());
        return "redirect:" + PATH;
    }

    @GetMapping("/{username}")
    String changeForm(Caller caller, @PathVariable String username, Model model) {
        return AccountForm.of(require(caller, username)).on(model);
    }

    @PostMapping("/{username}")
    String change(
            Caller caller,
            @PathVariable String username,
            @ModelAttribute TypedAccount typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        AccountManagement.Outcome outcome =
                management.save(caller, typed.draft(username), AccountManagement.SaveMode.CHANGE);
        if (outcome instanceof AccountManagement.Outcome.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return AccountForm.of(false, username, typed, refused.problems()).on(model);
        }
        return done(outcome, "saved", username, request, redirect);
    }

    @GetMapping("/{username}/delete")
    String deleteForm(Caller caller, @PathVariable String username, Model model) {
        model.addAttribute("account", require(caller, username));
        return "account/delete";
    }

    @PostMapping("/{username}/delete")
    String delete(
            Caller caller,
            @PathVariable String username,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        AccountManagement.Outcome outcome = management.delete(caller, username);
        if (outcome instanceof AccountManagement.Outcome.Refused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", true);
            return deleteForm(caller, username, model);
        }
        return done(outcome, "deleted", username, request, redirect);
    }

    private AccountLine require(Caller caller, String username) {
        return management.find(caller, username).orElseThrow(AccountPages::missing);
    }

    /** Whoever changed the own rights is no longer logged in and could not see the list. */
    private static String done(
            AccountManagement.Outcome outcome,
            String what,
            String username,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (outcome instanceof AccountManagement.Outcome.Missing) {
            throw missing();
        }
        if (request.getSession(false) == null) {
            return "redirect:/login";
        }
        redirect.addFlashAttribute(what, username);
        return "redirect:" + PATH;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
