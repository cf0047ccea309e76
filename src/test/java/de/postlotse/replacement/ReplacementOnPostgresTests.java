package de.postlotse.replacement;

import de.postlotse.WholeApplicationOnPostgres;
import org.springframework.context.ApplicationContext;

@WholeApplicationOnPostgres
class ReplacementOnPostgresTests extends ReplacementContract {

    ReplacementOnPostgresTests(ApplicationContext application) {
        super(application);
    }
}
