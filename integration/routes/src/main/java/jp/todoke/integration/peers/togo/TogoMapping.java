package jp.todoke.integration.peers.togo;

import java.util.Objects;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.integration.peers.togo.TogoMessages.Accepted;
import jp.todoke.integration.peers.togo.TogoMessages.Change;
import jp.todoke.integration.peers.togo.TogoMessages.Registration;
import jp.todoke.peers.togo.model.IntegratedPersonChange;
import org.springframework.stereotype.Component;

/** Persons ⇄ messages of 032. 団体内統合宛名番号 is in none of them. */
@Component
public class TogoMapping {

    public Registration toRegistration(IntegratedPerson asked) {
        var body = new jp.todoke.peers.togo.model.IntegratedPerson().shikuchosonkodo(asked.municipality().code())
                .kojinbango(Objects.requireNonNull(asked.kojinbango())).atenabango(asked.atenabango())
                .gyomuid(asked.occasion().gyomuId()).shimei(asked.items().name()).seinengappi(asked.items().birthDate())
                .seibetsu(jp.todoke.peers.togo.model.IntegratedPerson.SeibetsuEnum.fromValue(asked.items().sex()))
                .jusho(asked.items().address());
        return new Registration(asked, body);
    }

    public Change toChange(IntegratedPerson asked) {
        return new Change(asked,
                new IntegratedPersonChange().shikuchosonkodo(asked.municipality().code()).gyomuid(asked.occasion().gyomuId())
                        .shimei(asked.items().name()).seinengappi(asked.items().birthDate())
                        .seibetsu(IntegratedPersonChange.SeibetsuEnum.fromValue(asked.items().sex())).jusho(asked.items().address()));
    }

    /** What is said of somebody else says nothing of the person asked about: whether anything was done is not known. */
    public LinkageCodeStanding toStanding(Accepted accepted) {
        if (accepted.answer().getFugoState() == null) {
            throw new PeerUnreachable("UNREADABLE");
        }
        if (!accepted.asked().atenabango().equals(accepted.answer().getAtenabango())) {
            throw new PeerUnreachable("ANOTHER_PERSON");
        }
        return LinkageCodeStanding.valueOf(accepted.answer().getFugoState().getValue());
    }
}
