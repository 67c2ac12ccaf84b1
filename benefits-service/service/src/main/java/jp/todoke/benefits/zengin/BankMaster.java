package jp.todoke.benefits.zengin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 金融機関・店舗 — which bank and branch codes exist on a day, as published in {@code specs/codes/banks}. */
public final class BankMaster {
    private final Map<String, List<Place>> banks;
    private final Map<String, List<Place>> branches;

    /**
     * A bank or a branch during {@code [from, until)}; an open end is null.
     *
     * @param kana full-width katakana as published
     */
    public record Place(String name, String kana, @Nullable LocalDate from, @Nullable LocalDate until) {
        boolean existsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    private BankMaster(Map<String, List<Place>> banks, Map<String, List<Place>> branches) {
        this.banks = banks;
        this.branches = branches;
    }

    /** The master on the class path, read once. */
    public static BankMaster published() {
        return Published.MASTER;
    }

    static BankMaster read(InputStream banks, InputStream branches) {
        return new BankMaster(read(banks, 1), read(branches, 2));
    }

    /** @param code 統一金融機関番号, four digits */
    public Optional<Place> bank(String code, LocalDate day) {
        return on(day, banks.get(code));
    }

    /** @param branchCode 店番, three digits */
    public Optional<Place> branch(String bankCode, String branchCode, LocalDate day) {
        return bank(bankCode, day).flatMap(_ -> on(day, branches.get(bankCode + "," + branchCode)));
    }

    private static Optional<Place> on(LocalDate day, @Nullable List<Place> rows) {
        return rows == null ? Optional.empty() : rows.stream().filter(place -> place.existsOn(day)).findFirst();
    }

    /** Neither file holds a quoted field; a test reads them all. */
    private static Map<String, List<Place>> read(InputStream file, int keyColumns) {
        Map<String, List<Place>> rows = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                String key = keyColumns == 1 ? cells[0] : cells[0] + "," + cells[1];
                Place place = new Place(cells[keyColumns], cells[keyColumns + 1], day(cells[keyColumns + 2]), day(cells[keyColumns + 3]));
                rows.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(place);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }

    private static final class Published {
        private static final BankMaster MASTER = read(open("banks.csv"), open("branches.csv"));

        private static InputStream open(String file) {
            InputStream stream = BankMaster.class.getResourceAsStream("/specs/codes/banks/" + file);
            if (stream == null) {
                throw new IllegalStateException("specs/codes/banks/" + file + " is not on the class path");
            }
            return stream;
        }
    }
}
