package jp.todoke.benefits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A family that exists in one test only: what the register and the tax office know of it, and its application. By default two parents and a baby. */
public final class TestFamily {
    private static final AtomicInteger FAMILIES = new AtomicInteger();
    private static final String HERE = "139998";

    private final int number = FAMILIES.incrementAndGet();
    private final UUID packageId = UUID.randomUUID();
    private final Map<String, Map<String, Object>> residents = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> taxes = new LinkedHashMap<>();
    private final Map<String, Object> content = new TreeMap<>();
    private final List<Map<String, Object>> children = new ArrayList<>();
    private String jpkiSerial;
    private boolean signatureVerified = true;
    private String arrivedAt = "2026-11-16T09:12:00+09:00";
    private List<String> attachments = List.of();
    private @Nullable Map<String, Object> declaration;

    private TestFamily() {
        jpkiSerial = "J" + number;
    }

    /** 父（請求者）, 母 and a child born on 2026-11-05, all in the register; the father earns more. */
    public static TestFamily couple() {
        TestFamily family = new TestFamily();
        family.resident("01", "父", "チチ", "1990-04-05", "HEAD").put("jpkiSerial", family.jpkiSerial);
        family.resident("02", "母", "ハハ", "1991-02-03", "SPOUSE");
        family.tax("01", 4_200_000L).tax("02", 1_100_000L);
        family.content.put(
                "applicant",
                Map.of("name", family.name("父"), "kana", family.kana("チチ"), "birthDate", "1990-04-05", "occupation", "EMPLOYEE"));
        family.content.put("spouse", Map.of("name", family.name("母"), "birthDate", "1991-02-03", "livesTogether", true));
        family.content.put("countedSiblings", List.of());
        family.content.put("separation", false);
        return family.child("11", "長子", "2026-11-05", true).cause("BIRTH", "2026-11-05").publicAccount();
    }

    /** ひとり親 and a child. */
    public static TestFamily singleParent() {
        TestFamily family = couple();
        family.residents.remove("02");
        family.taxes.clear();
        family.content.remove("spouse");
        return family;
    }

    /** 児童扶養手当: 母（請求者）, divorced on 2026-10-30, and a child born on 2019-08-01; she earns little, is on her own and on no pension. */
    public static TestFamily divorcedMother() {
        TestFamily family = new TestFamily();
        family.resident("01", "母", "ハハ", "1991-06-07", "HEAD").put("jpkiSerial", family.jpkiSerial);
        family.content.put("applicant", Map.of("name", family.name("母"), "kana", family.kana("ハハ"), "birthDate", "1991-06-07"));
        family.content.put("countedSiblings", List.of());
        family.content.put("separation", false);
        family.content.put("cause", Map.of("kind", "NONE"));
        family.declaration = new TreeMap<>(Map.of(
                "relation", "MOTHER", "ground", "DIVORCE", "groundOn", "2026-10-30", "childSupportYen", 0, "publicPension", false,
                "supporters", new ArrayList<>()));
        return family.child("11", "長子", "2019-08-01", true).taxItems("01", 1_000_000, 1, Map.of()).publicAccount();
    }

    /** 申立て of 児童扶養手当. */
    public TestFamily declare(String member, Object value) {
        declared().put(member, value);
        return this;
    }

    private Map<String, Object> declared() {
        if (declaration == null) {
            throw new IllegalStateException("this family does not claim 児童扶養手当");
        }
        return declaration;
    }

    /** 扶養義務者 in the register, in the tax feed and in the application. */
    @SuppressWarnings("unchecked")
    public TestFamily supporter(String place, String name, long salaryIncomeYen) {
        resident(place, name, "フヨウ", "1961-02-03", "OTHER");
        ((List<Object>) declared().get("supporters")).add(Map.of("name", name(name), "birthDate", "1961-02-03", "relationship", "PARENT"));
        return taxItems(place, salaryIncomeYen, 0, Map.of());
    }

    /** Tax with every item; what is not said is zero, and what is null is left out. */
    public TestFamily taxItems(String place, long salaryIncomeYen, int dependants, Map<String, ? extends @Nullable Object> others) {
        tax(place, salaryIncomeYen);
        taxes.get(place).put("detail", items(salaryIncomeYen, dependants, others));
        return this;
    }

    public static Map<String, Object> items(long salaryIncomeYen, int dependants, Map<String, ? extends @Nullable Object> others) {
        Map<String, Object> items = new TreeMap<>();
        for (String yen : List.of("pensionMiscIncomeYen", "otherIncomeYen", "casualtyLossYen", "medicalExpensesYen",
                "smallBusinessMutualAidYen", "spouseSpecialDeductionYen", "specificRelativeSpecialDeductionYen", "elderlyDependants",
                "specificDependants", "dependants16to18", "disabledPersons", "speciallyDisabledPersons")) {
            items.put(yen, 0);
        }
        for (String yesNo : List.of("elderlySpouse", "workingStudent", "widow", "singleParent")) {
            items.put(yesNo, false);
        }
        items.put("salaryIncomeYen", salaryIncomeYen);
        items.put("dependants", dependants);
        others.forEach((item, value) -> {
            if (value == null) {
                items.remove(item);
            } else {
                items.put(item, value);
            }
        });
        return items;
    }

    /** A child in the register and in the application. */
    public TestFamily child(String place, String name, String birthDate, boolean livesTogether) {
        resident(place, name, "コ", birthDate, "CHILD");
        return claimedChild(name, birthDate, livesTogether);
    }

    /** A child in the application only. */
    public TestFamily claimedChild(String name, String birthDate, boolean livesTogether) {
        children.add(Map.of("name", name(name), "birthDate", birthDate, "livesTogether", livesTogether));
        return this;
    }

    public TestFamily withoutChildren() {
        children.clear();
        residents.keySet().removeIf(place -> place.startsWith("1"));
        return this;
    }

    /** Another parent of the same children, who lives apart from them and applies for them too. */
    public TestFamily rival() {
        TestFamily rival = couple();
        rival.children.clear();
        children.forEach(child -> {
            Map<String, Object> apart = new TreeMap<>(child);
            apart.put("livesTogether", false);
            rival.children.add(apart);
        });
        rival.residents.keySet().removeIf(place -> place.startsWith("1"));
        return rival;
    }

    public TestFamily again() {
        TestFamily second = new TestFamily();
        second.jpkiSerial = jpkiSerial;
        second.content.putAll(content);
        second.children.addAll(children);
        second.declaration = declaration;
        return second;
    }

    /** The same person's claim of 児童手当. */
    public TestFamily alsoForChildAllowance() {
        TestFamily other = again();
        other.declaration = null;
        Map<String, Object> applicant = new TreeMap<>(Map.of("occupation", "EMPLOYEE"));
        ((Map<?, ?>) content.get("applicant")).forEach((member, value) -> applicant.put(String.valueOf(member), value));
        return other.with("applicant", applicant);
    }

    /** The applicant's birth date, in the register and in the application. */
    public TestFamily bornOn(String place, String birthDate) {
        Map<String, Object> applicant = new TreeMap<>();
        ((Map<?, ?>) content.get("applicant")).forEach((member, value) -> applicant.put(String.valueOf(member), value));
        applicant.put("birthDate", birthDate);
        return register(place, "birthDate", birthDate).with("applicant", applicant);
    }

    /** Somebody of the household whom the application does not name. */
    public TestFamily housemate(String place, String birthDate) {
        resident(place, "同居者", "ドウキョ", birthDate, "OTHER");
        return this;
    }

    public TestFamily with(String member, Object value) {
        content.put(member, value);
        return this;
    }

    public TestFamily without(String member) {
        content.remove(member);
        return this;
    }

    public TestFamily occupation(String occupation) {
        return with("applicant", Map.of("name", name("父"), "kana", kana("チチ"), "birthDate", "1990-04-05", "occupation", occupation));
    }

    public TestFamily cause(String kind, String on) {
        return with("cause", Map.of("kind", kind, "on", on));
    }

    public TestFamily publicAccount() {
        return with("account", Map.of("usePublicAccount", true));
    }

    public TestFamily ownAccount(String holderKana) {
        return with(
                "account", Map.of(
                        "usePublicAccount", false, "account", Map.of(
                                "bankCode", "0001", "branchCode", "001", "accountType", "1", "accountNumber", "0000123", "holderKana",
                                holderKana)));
    }

    public TestFamily attached(String... files) {
        attachments = List.of(files);
        return this;
    }

    public TestFamily register(String place, String member, @Nullable Object value) {
        Map<String, Object> resident = residents.get(place);
        if (resident == null) {
            throw new IllegalArgumentException("nobody at " + place);
        }
        if (value == null) {
            resident.remove(member);
        } else {
            resident.put(member, value);
        }
        return this;
    }

    public TestFamily notInRegister(String place) {
        residents.remove(place);
        return this;
    }

    public TestFamily tax(String place, long yen) {
        taxes.put(place, new TreeMap<>(Map.of("atenabango", atenabango(place), "declared", true, "totalIncomeYen", yen)));
        return this;
    }

    public TestFamily undeclared(String place) {
        taxes.put(place, new TreeMap<>(Map.of("atenabango", atenabango(place), "declared", false)));
        return this;
    }

    public TestFamily unverified() {
        signatureVerified = false;
        return this;
    }

    public TestFamily serial(String serial) {
        jpkiSerial = serial;
        return this;
    }

    public TestFamily arrivedAt(String time) {
        arrivedAt = time;
        return this;
    }

    public String atenabango(String place) {
        return "%013d%s".formatted(number, place);
    }

    public String name(String given) {
        return "試験" + fullWidth(number) + "　" + given;
    }

    private static String fullWidth(int number) {
        return Integer.toString(number).chars().map(digit -> digit - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    public String kana(String given) {
        return "シケン　" + given;
    }

    public String uketsukeBango() {
        return "T%06d-%s".formatted(number, packageId.toString().substring(0, 4));
    }

    public UUID packageId() {
        return packageId;
    }

    public Map<String, Object> resident(String place) {
        return Map.copyOf(residents.get(place));
    }

    List<Map<String, Object>> residents() {
        return List.copyOf(residents.values());
    }

    List<Map<String, Object>> taxes() {
        return List.copyOf(taxes.values());
    }

    /** The payload of {@code application.received}. */
    public Map<String, Object> application() {
        Map<String, Object> application = new TreeMap<>(content);
        application.put("children", children);
        Map<String, Object> payload = new TreeMap<>(Map.of(
                "packageId", packageId, "uketsukeBango", uketsukeBango(), "procedure", "CHILD_ALLOWANCE_NEW", "sha256", "0".repeat(64),
                "arrivedAt",
                arrivedAt, "jpkiSerial", jpkiSerial, "signatureVerified", signatureVerified, "application", application, "attachments",
                attachments));
        if (declaration != null) {
            payload.put("procedure", "CHILD_REARING_ALLOWANCE_NEW");
            payload.put("childRearing", declaration);
        }
        return payload;
    }

    /** What the bodies outside know: the applicant's account, an income, and who lives elsewhere. */
    public Map<String, Object> answerTo(JsonNode inquiry) {
        return switch (inquiry.path("kind").asString()) {
            case "ACCOUNT" -> account(String.valueOf(((Map<?, ?>) content.get("applicant")).get("kana")));
            case "FAMILY_REGISTER" -> familyRegister("DIVORCED", "2026-10-30");
            case "PENSION", "DISABILITY_CERTIFICATE", "SPECIAL_CHILD_REARING_ALLOWANCE" -> Map.of("answer", "NOT_APPLICABLE");
            case "TAX" -> income(3_000_000L);
            case "IDENTITY" -> identity(inquiry, "139980");
            default -> throw new IllegalArgumentException("nothing is known about " + inquiry.path("kind"));
        };
    }

    public static Map<String, Object> account(String holderKana) {
        return Map.of("account", Map.of(
                "bankCode", "0001", "branchCode", "001", "accountType", "1", "accountNumber", "7654321", "holderKana", holderKana,
                "registeredOn",
                "2024-03-01"));
    }

    /** 戸籍 with the births of all claimed children. */
    public Map<String, Object> familyRegister(String maritalStatus, @Nullable String since) {
        Map<String, Object> family = new TreeMap<>(Map.of(
                "maritalStatus", maritalStatus, "childrenBirthDates", children.stream().map(child -> child.get("birthDate")).toList()));
        if (since != null) {
            family.put("since", since);
        }
        return Map.of("familyRegister", family);
    }

    public static Map<String, Object> pension(String kind, String from, long annualYen) {
        return Map.of("pensions", List.of(Map.of("kind", kind, "from", from, "annualYen", annualYen)));
    }

    public static Map<String, Object> income(long yen) {
        return Map.of("tax", Map.of("year", 2026, "totalIncomeYen", yen));
    }

    public static Map<String, Object> identity(JsonNode inquiry, String municipality) {
        return Map.of("identity", Map.of(
                "name", inquiry.at("/subject/name").asString(), "birthDate", inquiry.at("/subject/birthDate").asString(),
                "municipalityCode",
                municipality, "address", "東京都隣野市北一丁目１番１号", "sex", "2", "residentSince", "2024-04-01", "alive", true));
    }

    private Map<String, Object> resident(String place, String name, String kana, String birthDate, String relationship) {
        Map<String, Object> resident = new TreeMap<>();
        resident.put("atenabango", atenabango(place));
        resident.put("householdNumber", "H%08d".formatted(number));
        resident.put("relationship", relationship);
        resident.put("name", name(name));
        resident.put("kana", kana(kana));
        resident.put("birthDate", birthDate);
        resident.put("sex", "0");
        resident.put("address", "東京都届野市中央" + number + "番地");
        resident.put("residentSince", birthDate.compareTo("2015-04-01") > 0 ? birthDate : "2015-04-01");
        resident.put("january1Municipality", HERE);
        resident.put("supportMeasure", false);
        residents.put(place, resident);
        return resident;
    }
}
