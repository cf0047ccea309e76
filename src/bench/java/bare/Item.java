package bare;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The only entity. */
@Entity
class Item {

    @Id
    private String name = "";

    public String getName() {
        return name;
    }
}
