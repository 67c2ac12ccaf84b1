package jp.todoke.local.commands;

import java.time.Clock;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.Secrets;
import jp.todoke.local.UserError;
import jp.todoke.local.issuer.Issuer;
import jp.todoke.local.issuer.SystemClient;
import jp.todoke.local.processes.RunRecord;
import jp.todoke.local.tokens.Wallet;

/** Prints one access token and nothing else, so that it fits into a command line. */
public final class TokenCommand {
    private final Places places;

    public TokenCommand(Places places) {
        this.places = places;
    }

    public int run(String name) {
        RunRecord record = RunRecord.living(places.stateDir())
                .orElseThrow(() -> new UserError("Todoke is not running. Start it with ./todoke up"));
        var wallet = new Wallet(Issuer.uriAt(record.ports().getOrDefault(ProcessNames.ISSUER, 0)),
                Secrets.keptIn(places.secrets())::ofClient,
                Clock.systemUTC());
        System.out.println(SystemClient.named(name).isPresent() ? wallet.ofSystem(name) : wallet.ofPerson(name));
        return 0;
    }
}
