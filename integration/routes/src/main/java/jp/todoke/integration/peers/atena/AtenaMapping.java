package jp.todoke.integration.peers.atena;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.peers.PeerAnswer;
import jp.todoke.integration.peers.PeerRequest;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.peers.atena.model.BasicInformation;
import jp.todoke.peers.atena.model.BasicInformationFound;
import jp.todoke.peers.atena.model.BasicQuery;
import jp.todoke.peers.atena.model.Numbered;
import jp.todoke.peers.atena.model.NumberedPerson;
import jp.todoke.peers.atena.model.Numbering;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 住登外者 ⇄ messages of 031 (別紙7-1, 別紙7-2). 個人番号 stands in none of them. */
@Component
public class AtenaMapping {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String NONE = "000";
    private static final String OURS = "[0-9]{15}";
    private static final int OPERATOR_WIDTH = 10;

    public PeerRequest<BasicQuery> toQuery(Inquiry inquiry) {
        Inquiry.Particulars person = person(inquiry);
        ZonedDateTime asked = inquiry.occasion().requestedAt().atZone(JAPAN);
        List<String> address = Moji.prefectureAndRest(Moji.fullWidth(person.address()));
        var query = new BasicQuery().kensakuhoho(BasicQuery.KensakuhohoEnum.fromValue("0")).shikuchosonkodo(inquiry.municipality().code())
                .shimei(Moji.fullWidth(person.name())).seibetsu(BasicQuery.SeibetsuEnum.fromValue(person.sex()))
                .seinengappi(person.birthDate().toString()).jushoShikuchosonkodo(person.municipalityCode())
                .jushoChoaza(address.getLast()).gyomuid(inquiry.occasion().gyomuId()).dokujishisakushisutemutoid(NONE)
                .sosashaid(operator(inquiry)).sosanengappi(asked.toLocalDate().toString()).sosajikoku(TIME.format(asked));
        present(address.getFirst(), query::setJushoTodofuken);
        return new PeerRequest<>(inquiry, query);
    }

    /**
     * One person in all four of 基本4情報 is taken over; none is to be numbered; anything between is for a person to look at. A
     * candidate who was born another day, or whom another municipality numbered, is no answer to what was asked.
     */
    public PeerReply toCandidate(PeerAnswer<BasicInformationFound> found) {
        Inquiry inquiry = found.asked();
        Inquiry.Particulars person = person(inquiry);
        List<BasicInformation> candidates = present(found.said().getResult());
        if (candidates.isEmpty()) {
            return new PeerReply.NoCandidate();
        }
        LinkageAnswer answer;
        if (candidates.stream().anyMatch(candidate -> strange(candidate, person, inquiry))) {
            answer = new LinkageAnswer.AnotherPerson();
        } else {
            List<String> numbers = candidates.stream().map(AtenaMapping::number).distinct().toList();
            boolean full = candidates.stream().allMatch(candidate -> fits(candidate, person));
            answer = numbers.size() == 1 && full ? numbered(numbers.getFirst(), true) : new LinkageAnswer.Ambiguous();
        }
        return answered(answer, found.received(), "CANDIDATES");
    }

    private static boolean strange(BasicInformation candidate, Inquiry.Particulars person, Inquiry inquiry) {
        String sex = candidate.getSeibetsu() == null ? "0" : candidate.getSeibetsu().getValue();
        return !inquiry.municipality().code().equals(candidate.getShikuchosonkodo())
                || !person.birthDate().toString().equals(candidate.getSeinengappi())
                || (!sex.equals("0") && !person.sex().equals("0") && !sex.equals(person.sex()));
    }

    private static boolean fits(BasicInformation candidate, Inquiry.Particulars person) {
        String address = text(candidate.getJushoTodofuken()) + text(candidate.getJushoShikugunchosonmei())
                + text(candidate.getJushoChoaza()) + text(candidate.getJushoBanchigohyoki()) + text(candidate.getJushoKatagaki());
        return Moji.same(text(candidate.getShimei()), person.name()) && Moji.same(address, person.address())
                && !person.sex().equals("0") && candidate.getSeibetsu() != null
                && candidate.getSeibetsu().getValue().equals(person.sex());
    }

    /** 名寄せ: a record that was linked stands for the one to which it leads; nothing is renumbered. */
    private static String number(BasicInformation candidate) {
        String leadsTo = candidate.getNayosesakiatenabango();
        return leadsTo == null || leadsTo.isEmpty() ? text(candidate.getAtenabango()) : leadsTo;
    }

    /** Equal for every repetition: the time is that of the request, not of the sending. */
    public PeerRequest<Numbering> toNumbering(Inquiry inquiry) {
        Inquiry.Particulars person = person(inquiry);
        ZonedDateTime asked = inquiry.occasion().requestedAt().atZone(JAPAN);
        String name = Moji.fullWidth(person.name());
        List<String> address = Moji.prefectureAndRest(Moji.fullWidth(person.address()));
        var body = new Numbering().shorikubun(Numbering.ShorikubunEnum.fromValue("0")).shikuchosonkodo(inquiry.municipality().code())
                .shimei(name).seibetsu(Numbering.SeibetsuEnum.fromValue(person.sex())).seinengappi(person.birthDate().toString())
                .seinengappiFushofuragu(Numbering.SeinengappiFushofuraguEnum.fromValue("0")).jushoShikuchosonkodo(person.municipalityCode())
                .jushoChoaza(address.getLast()).gyomuid(inquiry.occasion().gyomuId()).dokujishisakushisutemutoid(NONE)
                .nayosemotofuragu(Numbering.NayosemotofuraguEnum.fromValue("0"))
                .tagyomusanshofukafuragu(Numbering.TagyomusanshofukafuraguEnum.fromValue(person.fromJuki() ? "1" : "0"))
                .sosashaid(operator(inquiry)).sosanengappi(asked.toLocalDate().toString()).sosajikoku(TIME.format(asked));
        present(address.getFirst(), body::setJushoTodofuken);
        nameParts(body, name, person.kana() == null ? "" : Moji.fullWidth(person.kana()));
        return new PeerRequest<>(inquiry, body);
    }

    private static void nameParts(Numbering body, String name, String kana) {
        present(kana, body::setShimeiFurigana);
        if (Moji.inLetters(name)) {
            body.setShimeiGaikokujinromaji(name);
            return;
        }
        List<String> parts = Moji.familyAndGiven(name);
        if (parts != null) {
            body.ujiNihonjin(parts.getFirst()).naNihonjin(parts.getLast());
            List<String> spoken = Moji.familyAndGiven(kana);
            if (spoken != null) {
                body.ujiNihonjinFurigana(spoken.getFirst()).naNihonjinFurigana(spoken.getLast());
            }
        }
    }

    public PeerReply toNumber(PeerAnswer<Numbered> done) {
        List<NumberedPerson> result = present(done.said().getResult());
        if (result.size() != 1) {
            throw new PeerUnreachable("UNREADABLE");
        }
        NumberedPerson person = result.getFirst();
        LinkageAnswer answer = done.asked().municipality().code().equals(person.getShikuchosonkodo())
                ? numbered(text(person.getAtenabango()), false)
                : new LinkageAnswer.AnotherPerson();
        return answered(answer, done.received(), "NUMBERED");
    }

    /** The standard allows up to 15 characters; a number of another form cannot be ours. */
    private static LinkageAnswer numbered(String atenabango, boolean existing) {
        return atenabango.matches(OURS)
                ? new LinkageAnswer.Provided(new Information.Numbering(atenabango, existing))
                : new LinkageAnswer.LayoutMismatch();
    }

    private static PeerReply answered(LinkageAnswer answer, byte[] body, String kind) {
        return new PeerReply.Answered(answer, new PeerReply.Received(body, kind, null, null));
    }

    /** 操作者ID has ten characters; the whole one goes along in X-User-Id. */
    private static String operator(Inquiry inquiry) {
        String officer = inquiry.occasion().officer().replace("-", "");
        return officer.length() > OPERATOR_WIDTH ? officer.substring(0, OPERATOR_WIDTH) : officer;
    }

    private static <T> List<T> present(@Nullable List<T> result) {
        if (result == null) {
            throw new PeerUnreachable("UNREADABLE");
        }
        return result;
    }

    private static void present(String text, Consumer<String> set) {
        if (!text.isEmpty()) {
            set.accept(text);
        }
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Inquiry.Particulars person(Inquiry inquiry) {
        if (inquiry.question() instanceof Inquiry.NumberingQuestion question) {
            return question.person();
        }
        throw new IllegalArgumentException("only 住登外者 are numbered by 031");
    }
}
