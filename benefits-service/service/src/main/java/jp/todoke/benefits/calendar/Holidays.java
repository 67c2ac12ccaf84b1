package jp.todoke.benefits.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * 国民の祝日（国民の祝日に関する法律）, substitute holidays included, as published in {@code specs/codes/holidays}.
 *
 * <p>Weekends and the turn of the year are not in it: the office (地方自治法第4条の2) and the bank (銀行法施行令第5条) close on different days
 * around New Year, so each calendar adds its own.
 */
public final class Holidays {
    private static final String RESOURCE = "/specs/codes/holidays/holidays.csv";

    private final NavigableMap<LocalDate, String> names;

    private Holidays(NavigableMap<LocalDate, String> names) {
        this.names = names;
    }

    /** The list on the class path, read once. */
    public static Holidays published() {
        return Published.LIST;
    }

    /** All days of the list. */
    public Set<LocalDate> days() {
        return Set.copyOf(names.keySet());
    }

    /**
     * @throws IllegalArgumentException for a day outside the years of the list: silence there would call a holiday a business day
     */
    public boolean contains(LocalDate day) {
        requireCovered(day);
        return names.containsKey(day);
    }

    /** What the day is called, e.g. 元日. */
    public Optional<String> nameOf(LocalDate day) {
        requireCovered(day);
        return Optional.ofNullable(names.get(day));
    }

    private void requireCovered(LocalDate day) {
        if (day.getYear() < names.firstKey().getYear() || day.getYear() > names.lastKey().getYear()) {
            throw new IllegalArgumentException("the list of holidays does not cover the year " + day.getYear());
        }
    }

    private static Holidays read() {
        NavigableMap<LocalDate, String> names = new TreeMap<>();
        try (InputStream file = Holidays.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(row -> names.put(LocalDate.parse(row[0]), row[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Holidays(names);
    }

    private static final class Published {
        private static final Holidays LIST = read();
    }
}
