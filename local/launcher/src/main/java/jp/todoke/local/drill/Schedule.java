package jp.todoke.local.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kills of one drill: the same seed draws the same ones. Every target and every phase has its turn before any comes again. */
final class Schedule {
    /** Where many requests run side by side, more can be cut off. */
    private static final List<Phase> BUSY = List.of(Phase.INTAKE, Phase.INQUIRIES, Phase.CONFIRMATION, Phase.PROPOSAL, Phase.APPROVAL,
            Phase.INTAKE, Phase.INQUIRIES, Phase.APPROVAL, Phase.PAYMENT_RUN, Phase.PAYMENT_APPROVAL);
    private static final int LONGEST_PAUSE_MILLIS = 2_000;
    /** Most kills fall while the request is worked on, some into the moment after its answer. */
    private static final double WITHIN = 1.2;

    private Schedule() {}

    static List<Kill> draw(int kills, long seed) {
        var random = new Random(seed);
        List<Phase> every = Stream.of(Phase.values()).filter(phase -> phase != Phase.REVIEW).toList();
        var phases = new ArrayList<>(dealt(every, Math.min(kills, every.size()), random));
        phases.addAll(dealt(BUSY, kills - phases.size(), random));
        Collections.shuffle(phases, random);
        List<Target> targets = dealt(List.of(Target.values()), kills, random);
        var drawn = new ArrayList<Kill>();
        for (int i = 0; i < kills; i++) {
            Target target = phases.get(i) == Phase.START && !targets.get(i).endsAStart() ? Target.LAUNCHER : targets.get(i);
            drawn.add(new Kill(target, phases.get(i), random.nextDouble(), random.nextDouble() * WITHIN,
                    Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS))));
        }
        return drawn.stream().sorted(Comparator.comparing(Kill::phase).thenComparing(Kill::at)).collect(Collectors.toList());
    }

    private static <T> List<T> dealt(List<T> deck, int count, Random random) {
        var dealt = new ArrayList<T>();
        while (dealt.size() < count) {
            var shuffled = new ArrayList<>(deck);
            Collections.shuffle(shuffled, random);
            dealt.addAll(shuffled.subList(0, Math.min(shuffled.size(), count - dealt.size())));
        }
        return dealt;
    }
}
