package bare;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The only page. */
@Controller
class ItemsPage {

    private final Items items;

    ItemsPage(Items items) {
        this.items = items;
    }

    @GetMapping("/")
    String list(Model model) {
        model.addAttribute("items", items.findAll());
        return "items";
    }
}
