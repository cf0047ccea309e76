package de.postlotse.replacement;

import de.postlotse.WholeApplication;
import org.springframework.context.ApplicationContext;

@WholeApplication
class ReplacementOnH2Tests extends ReplacementContract {

    ReplacementOnH2Tests(ApplicationContext application) {
        super(application);
    }
}
