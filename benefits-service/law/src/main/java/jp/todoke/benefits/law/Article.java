package jp.todoke.benefits.law;

import java.util.regex.Pattern;

/** 条文 — the provision a statement rests on: the Act's name and the place in it; notices print it, nothing parses display text. */
public record Article(String law, String cite) {
    private static final Pattern PLACE = Pattern.compile("(?:附則)?第[0-9]+(?:条|項)");

    public Article {
        if (law.isBlank()) {
            throw new IllegalArgumentException("an article names its Act");
        }
    }

    /** Splits "児童手当法第6条第1項第1号" before the first place in the Act; an Act cited as a whole has an empty place. */
    public static Article parse(String text) {
        var place = PLACE.matcher(text);
        return place.find() && place.start() > 0
                ? new Article(text.substring(0, place.start()), text.substring(place.start()))
                : new Article(text, "");
    }

    @Override
    public String toString() {
        return law + cite;
    }
}
