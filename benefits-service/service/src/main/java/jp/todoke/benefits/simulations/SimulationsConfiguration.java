package jp.todoke.benefits.simulations;

import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SimulationsConfiguration {
    /** The programmes that can be simulated, each a bean. Their parameters are read once: a wrong row stops the start, not an answer. */
    @Bean
    SimulatedProgramme childAllowanceCases() {
        return new ChildAllowanceCases(ChildAllowance.load());
    }

    @Bean
    SimulatedProgramme childRearingAllowanceCases() {
        return new ChildRearingAllowanceCases(ChildRearingAllowance.load());
    }
}
