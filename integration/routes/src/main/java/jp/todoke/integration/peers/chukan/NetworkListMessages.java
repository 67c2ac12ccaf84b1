package jp.todoke.integration.peers.chukan;

import jp.todoke.integration.inquiry.comparison.NetworkRequest;
import jp.todoke.peers.chukan.model.InquiryList;
import jp.todoke.peers.chukan.model.MasterChanges;

/** What travels on the routes of the lists, between mapping and client; the request goes along so that the answer can be held against it. */
final class NetworkListMessages {
    private NetworkListMessages() {}

    record InquiriesPull(String ifId, String officer, NetworkRequest.ListInquiries asked) {}

    record InquiriesPulled(NetworkRequest.ListInquiries asked, InquiryList list) {}

    record MastersPull(String ifId, String officer, NetworkRequest.ListMasterChanges asked) {}

    record MastersPulled(NetworkRequest.ListMasterChanges asked, MasterChanges changes) {}
}
