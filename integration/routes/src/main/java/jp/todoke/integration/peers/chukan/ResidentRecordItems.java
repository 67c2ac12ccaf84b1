package jp.todoke.integration.peers.chukan;

import java.util.List;
import java.util.Set;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.ResidentRecord;

/**
 * 住民票関係情報, in a layout of our own: after the person the other 世帯員, whose number is told, so that a household that came in
 * part is not taken for a smaller one.
 */
final class ResidentRecordItems {
    private static final String MUNICIPALITY = "0010000010";
    private static final String ADDRESS = "0010000020";
    private static final String RESIDENT_SINCE = "0010000030";
    private static final String REMOVED_ON = "0010000040";
    private static final String RELATIONSHIP = "0010000050";
    private static final String MEMBERS = "0010000060";
    private static final String MEMBER_NAME = "0010000070";
    private static final String MEMBER_BORN_ON = "0010000080";
    private static final String MEMBER_RELATIONSHIP = "0010000090";
    private static final String TEXT = ".+";

    private ResidentRecordItems() {}

    static LinkageAnswer answer(Items items) {
        List<ResidentRecord.Member> household = items.groups(MEMBER_NAME, Set.of(MEMBER_BORN_ON, MEMBER_RELATIONSHIP)).stream()
                .map(ResidentRecordItems::member).toList();
        if (items.obligatory(MEMBERS).number("[0-9]{1,2}") != household.size()) {
            throw new Items.Unreadable(MEMBERS);
        }
        return new LinkageAnswer.Provided(new ResidentRecord(items.obligatory(MUNICIPALITY).text("[0-9]{6}"),
                items.optional(ADDRESS).map(value -> value.text(TEXT)).orElse(null),
                items.optional(RESIDENT_SINCE).map(ItemValue::day).orElse(null), items.end(REMOVED_ON).map(ItemValue::day).orElse(null),
                items.optional(RELATIONSHIP).map(value -> value.text(TEXT)).orElse(null), household));
    }

    private static ResidentRecord.Member member(Items items) {
        return new ResidentRecord.Member(items.obligatory(MEMBER_NAME).text(TEXT), items.obligatory(MEMBER_BORN_ON).day(),
                items.optional(MEMBER_RELATIONSHIP).map(value -> value.text(TEXT)).orElse(null));
    }
}
