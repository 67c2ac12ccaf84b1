package jp.todoke.integration.inquiry.rounds;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.evidence.LegalTuples;
import jp.todoke.integration.evidence.NetworkInformation;
import jp.todoke.integration.inquiry.rounds.RoundMapper.NewLine;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Legal basis or no query, line by line: what has none in the 照合リスト of the day, or lacks what it would have to send, is named and
 * stays behind. The basis is looked up again when the file is made up, which may be another day.
 */
@Component
class LineCheck {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{15}");
    private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    /** 国外: the code that stands in place of a municipality. */
    private static final String OVERSEAS = "99999";

    private final LegalTuples tuples;
    private final BusinessDate businessDate;

    LineCheck(LegalTuples tuples, BusinessDate businessDate) {
        this.tuples = tuples;
        this.businessDate = businessDate;
    }

    /** What is asked in one round; each provider is looked up once. */
    final class Questions {
        private final String procedure;
        private final NetworkInformation.Entry information;
        private final Map<String, Optional<LegalTuple>> known = new HashMap<>();

        private Questions(String procedure, NetworkInformation.Entry information) {
            this.procedure = procedure;
            this.information = information;
        }

        /** @param provider absent where one institution answers for all */
        Optional<LegalTuple> basis(@Nullable String provider) {
            return known.computeIfAbsent(provider == null ? "" : provider, _ -> tuples.permitting(businessDate.today(), Tenant.current(),
                    procedure, information.tmCd(), provider == null ? null : new Municipality(provider)));
        }

        NewLine check(PersonLines.Line line, @Nullable String usualProvider) {
            Map<String, String> fields = line.fields();
            if (fields == null) {
                return new NewLine(line.number(), null, null, "0", null, LineCode.LINE_UNREADABLE.name());
            }
            String number = fields.get(PersonLines.ATENABANGO);
            String readable = number != null && NUMBER.matcher(number).matches() ? number : null;
            String provider = fields.getOrDefault(PersonLines.PROVIDER, usualProvider);
            String withhold = withholdCd(fields.getOrDefault(PersonLines.WITHHOLD, "0"));
            String caseNumber = fields.get(PersonLines.CASE_NUMBER);
            LineCode code = readable == null
                    ? LineCode.ATENABANGO_INVALID
                    : withhold == null
                            ? LineCode.WITHHOLD_INVALID
                            : caseNumber != null && !CASE_NUMBER.matcher(caseNumber).matches()
                                    ? LineCode.CASE_NUMBER_INVALID
                                    : provider(provider);
            boolean good = code == null;
            return new NewLine(line.number(), readable, good ? provider : null, withhold == null ? "0" : withhold, good ? caseNumber : null,
                    code == null ? null : code.name());
        }

        private @Nullable LineCode provider(@Nullable String code) {
            if (!information.ofMunicipality()) {
                return code != null ? LineCode.PROVIDER_NOT_ASKED : permitted(null);
            }
            if (code == null) {
                return LineCode.PROVIDER_MISSING;
            }
            if (code.startsWith(OVERSEAS)) {
                return LineCode.OVERSEAS;
            }
            try {
                return permitted(new Municipality(code).code());
            } catch (IllegalArgumentException e) {
                return LineCode.PROVIDER_UNKNOWN;
            }
        }

        private @Nullable LineCode permitted(@Nullable String provider) {
            return basis(provider).isPresent() ? null : LineCode.NO_LEGAL_BASIS;
        }
    }

    Questions of(String procedure, NetworkInformation.Entry information) {
        return new Questions(procedure, information);
    }

    private static @Nullable String withholdCd(String text) {
        return switch (text) {
            case "0", "false" -> "0";
            case "1", "true" -> "1";
            default -> null;
        };
    }
}
