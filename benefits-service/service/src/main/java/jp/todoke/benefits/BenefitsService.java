package jp.todoke.benefits;

import jp.todoke.tenancy.ServiceProcess;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Cases, decisions, notices and payments of the municipality's benefits: one stateless process, schema {@code benefits}. */
@SpringBootApplication
public class BenefitsService {
    public static void main(String[] arguments) {
        ServiceProcess.run(BenefitsService.class, arguments);
    }
}
