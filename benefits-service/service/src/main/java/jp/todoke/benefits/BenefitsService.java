package jp.todoke.benefits;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Cases, decisions, notices and payments of the municipality's benefits: one stateless process, schema {@code benefits}. */
@SpringBootApplication
public class BenefitsService {
    public static void main(String[] arguments) {
        SpringApplication.run(BenefitsService.class, arguments);
    }
}
