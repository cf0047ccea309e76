package de.postlotse.reachability.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.reachability.ReachabilityProperties;
import de.postlotse.zone.page.ServerAction;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Where an operator takes the test away, nothing is left of it. */
class WhereEnabledTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(ReachabilityAction.class);

    @Test
    void isThereUnlessTheOperatorSaysOtherwise() {
        application.run(context -> assertThat(context).hasSingleBean(ServerAction.class));
        application
                .withPropertyValues(ReachabilityProperties.ENABLED + "=true")
                .run(context -> assertThat(context).hasSingleBean(ServerAction.class));
    }

    @Test
    void neitherButtonNorPageNorApiIsLeftWhereItIsOff() {
        application
                .withUserConfiguration(ReachabilityPages.class, ReachabilityApi.class)
                .withPropertyValues(ReachabilityProperties.ENABLED + "=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(ServerAction.class)
                        .doesNotHaveBean(ReachabilityPages.class)
                        .doesNotHaveBean(ReachabilityApi.class));
    }
}
