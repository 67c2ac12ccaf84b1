package jp.todoke.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes that arrive while a transaction runs, on the real table. */
class GroupedWritesTest extends ServiceTest {
    private static final Executor EACH_ON_ITS_OWN = command -> Thread.ofVirtual().start(command);

    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ThingMapper things;

    private final List<List<String>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstIsWriting = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    @Test
    void aWriteThatComesAloneWaitsForNobody() throws SQLException {
        assertEquals("one in 139998", Tenant.in(new Municipality(HERE), () -> writes().write("one")));

        assertEquals(1, count("thing where name = 'one' and municipality_code = '139998'"));
    }

    @Test
    void whatArrivesMeanwhileGoesTogetherAndEachGetsItsOwnResult() throws Exception {
        List<CompletableFuture<String>> all = whileTheFirstWrites(IntStream.range(0, 20).mapToObj(i -> "thing " + i).toList());

        for (int i = 0; i < 20; i++) {
            assertEquals("thing " + i + " in 139998", all.get(i + 1).join());
        }
        assertEquals(List.of(1, 20), groups.stream().map(List::size).toList());
        assertEquals(21, count("thing"));
    }

    @Test
    void aWriteThatFailsSpoilsNoOtherAndLeavesNothing() throws Exception {
        List<CompletableFuture<String>> all = whileTheFirstWrites(List.of("before", "bad", "after"));

        assertEquals("before in 139998", all.get(1).join());
        assertEquals("no such thing", assertThrows(CompletionException.class, () -> all.get(2).join()).getCause().getMessage());
        assertEquals("after in 139998", all.get(3).join());
        assertEquals(3, count("thing"));
    }

    @Test
    void noGroupSpansTwoMunicipalities() throws Exception {
        GroupedWrites<String, String> writes = writes();
        firstMayEnd.countDown();
        var here = of(HERE, writes, "here");
        var there = of(NEIGHBOUR, writes, "there");

        assertEquals("here in 139998", here.join());
        assertEquals("there in 139980", there.join());
        assertEquals(1, count("thing where name = 'there' and municipality_code = '139980'"));
        assertTrue(groups.stream().allMatch(group -> group.size() == 1));
    }

    @Test
    void isRefusedInsideATransactionOfWhichItWouldNotBePart() throws SQLException {
        assertThrows(IllegalStateException.class, () -> Tenant.run(new Municipality(HERE),
                () -> transaction.executeWithoutResult(_ -> writes().write("one"))));

        assertEquals(0, count("thing"));
    }

    private GroupedWrites<String, String> writes() {
        return new GroupedWrites<>(transaction, names -> {
            groups.add(names);
            if (names.contains("first")) {
                firstIsWriting.countDown();
                await(firstMayEnd);
            }
            names.forEach(name -> things.add(Tenant.current().code(), name));
            if (names.contains("bad")) {
                throw new IllegalArgumentException("no such thing");
            }
            return names.stream().map(name -> name + " in " + Tenant.current().code()).toList();
        });
    }

    /** The first holds its transaction open until all others wait. */
    private List<CompletableFuture<String>> whileTheFirstWrites(List<String> names) {
        GroupedWrites<String, String> writes = writes();
        List<CompletableFuture<String>> all = new ArrayList<>();
        all.add(of(HERE, writes, "first"));
        await(firstIsWriting);
        for (int i = 0; i < names.size(); i++) {
            all.add(of(HERE, writes, names.get(i)));
            awaitWaiting(writes, i + 1);
        }
        firstMayEnd.countDown();
        all.getFirst().join();
        return all;
    }

    private static CompletableFuture<String> of(String municipality, GroupedWrites<String, String> writes, String name) {
        return CompletableFuture.supplyAsync(() -> Tenant.in(new Municipality(municipality), () -> writes.write(name)), EACH_ON_ITS_OWN);
    }

    private static void awaitWaiting(GroupedWrites<String, String> writes, int number) {
        while (writes.waiting(new Municipality(HERE)) < number) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
