package jp.todoke.local.sample;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Invented names: common family and given names with their readings, combined by chance. Full name and birth date never repeat. */
final class Names {
    /** A written form and its reading in full-width katakana. */
    record Reading(String written, String kana) {}

    private static final String[] FAMILY = {
            "青木/アオキ", "秋山/アキヤマ", "浅野/アサノ", "新井/アライ", "五十嵐/イガラシ", "石川/イシカワ", "石田/イシダ", "市川/イチカワ", "今井/イマイ",
            "岩崎/イワサキ", "上田/ウエダ", "内田/ウチダ", "遠藤/エンドウ", "大塚/オオツカ", "大野/オオノ", "岡田/オカダ", "小川/オガワ", "小野/オノ", "片山/カタヤマ",
            "金子/カネコ", "川口/カワグチ", "菊地/キクチ", "北村/キタムラ", "木下/キノシタ", "久保/クボ", "黒田/クロダ", "小島/コジマ", "小松/コマツ", "近藤/コンドウ",
            "斎藤/サイトウ", "酒井/サカイ", "坂本/サカモト", "桜井/サクライ", "佐野/サノ", "柴田/シバタ", "島田/シマダ", "清水/シミズ", "菅原/スガワラ", "杉本/スギモト",
            "高木/タカギ", "竹内/タケウチ", "田村/タムラ", "千葉/チバ", "土屋/ツチヤ", "中島/ナカジマ", "永井/ナガイ", "西川/ニシカワ", "野村/ノムラ", "橋本/ハシモト",
            "服部/ハットリ", "原田/ハラダ", "樋口/ヒグチ", "平野/ヒラノ", "福田/フクダ", "古川/フルカワ", "本田/ホンダ", "前田/マエダ", "松井/マツイ", "丸山/マルヤマ",
            "三浦/ミウラ", "宮本/ミヤモト", "村上/ムラカミ", "望月/モチヅキ", "森田/モリタ", "矢野/ヤノ", "山下/ヤマシタ", "横山/ヨコヤマ", "吉川/ヨシカワ", "和田/ワダ",
            "渡部/ワタナベ"
    };
    private static final String[] MALE = {
            "明/アキラ", "篤/アツシ", "一郎/イチロウ", "修/オサム", "海斗/カイト", "和也/カズヤ", "健太/ケンタ", "光一/コウイチ", "聡/サトシ", "翔/ショウ", "慎一/シンイチ",
            "駿/シュン", "誠/マコト", "大輔/ダイスケ", "拓也/タクヤ", "武/タケシ", "達也/タツヤ", "太一/タイチ", "剛/ツヨシ", "哲也/テツヤ", "徹/トオル", "直樹/ナオキ",
            "信夫/ノブオ", "陽翔/ハルト", "隼人/ハヤト", "浩/ヒロシ", "文雄/フミオ", "誠司/セイジ", "正樹/マサキ", "学/マナブ", "稔/ミノル", "優斗/ユウト", "裕二/ユウジ",
            "洋平/ヨウヘイ", "亮/リョウ", "蓮/レン", "渉/ワタル", "京介/キョウスケ", "潤/ジュン", "律/リツ"
    };
    private static final String[] FEMALE = {
            "愛/アイ", "葵/アオイ", "明美/アケミ", "彩/アヤ", "杏奈/アンナ", "恵美/エミ", "香織/カオリ", "和子/カズコ", "加奈/カナ", "恭子/キョウコ", "久美/クミ",
            "咲/サキ", "幸子/サチコ", "里美/サトミ", "静香/シズカ", "純子/ジュンコ", "鈴/スズ", "千春/チハル", "月乃/ツキノ", "奈々/ナナ", "典子/ノリコ", "花/ハナ",
            "陽菜/ヒナ", "弘美/ヒロミ", "芙美/フミ", "真理/マリ", "真央/マオ", "美咲/ミサキ", "美穂/ミホ", "萌/モエ", "桃子/モモコ", "優香/ユウカ", "由紀/ユキ",
            "結衣/ユイ", "陽子/ヨウコ", "理恵/リエ", "莉子/リコ", "凛/リン", "瑠美/ルミ", "若葉/ワカバ"
    };
    private final Set<String> taken = new HashSet<>();

    /** A family name and the given names its household has used. */
    record Family(Reading name, Set<String> givenNames) {}

    Family family(SplittableRandom random) {
        return new Family(reading(FAMILY[random.nextInt(FAMILY.length)]), new HashSet<>());
    }

    /** The full name of one person; given names are drawn again until nobody else of that birth date is called so. */
    Reading person(Family family, boolean male, LocalDate birthDate, SplittableRandom random) {
        String[] given = male ? MALE : FEMALE;
        while (true) {
            Reading own = reading(given[random.nextInt(given.length)]);
            var full = new Reading(family.name().written() + "　" + own.written(), family.name().kana() + "　" + own.kana());
            if (family.givenNames().add(own.written()) && taken.add(full.written() + birthDate)) {
                return full;
            }
        }
    }

    private static Reading reading(String pair) {
        int slash = pair.indexOf('/');
        return new Reading(pair.substring(0, slash), pair.substring(slash + 1));
    }
}
