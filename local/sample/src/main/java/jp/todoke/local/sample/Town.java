package jp.todoke.local.sample;

/** A fictional municipality: its valid 6-digit code, how its addresses begin, and where its invented 個人番号 start. */
record Town(String code, String neighbour, String addressPrefix, long kojinbangoOffset, String[] districts) {}
