package de.postlotse.zone.change;

import de.postlotse.account.Caller;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Takes the place of the operator's choice in tests of the whole application, which share one: what waits is said for a
 * zone of the test's own, and nothing waits elsewhere.
 */
public final class TestFourEyes extends FourEyesRule {

    private static final FourEyesProperties NOTHING = new FourEyesProperties(Set.of(), 0);

    private final Map<String, FourEyesRule> rules = new ConcurrentHashMap<>();

    private TestFourEyes() {
        super(NOTHING);
    }

    public static void install(ConfigurableListableBeanFactory beans) {
        TestFourEyes ours = new TestFourEyes();
        beans.addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof FourEyesRule ? ours : bean;
            }
        });
    }

    /** From now on these kinds of change of the zone wait. */
    public void watch(String zone, FourEyesProperties.Kind... kinds) {
        rules.put(zone, new FourEyesRule(new FourEyesProperties(Set.of(kinds), 0)));
    }

    @Override
    Set<FourEyesProperties.Kind> why(ChangePreview change, Caller editor) {
        FourEyesRule rule = rules.get(change.zone().name().toString());
        return rule == null ? Set.of() : rule.why(change, editor);
    }
}
