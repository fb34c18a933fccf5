// How each family explains its arguments and its data, token by token. What a part does not
// explain, explain.cpp covers.
#pragma once

#include "sim/explain/explaining.h"
#include "sim/imap/command.h"
#include "sim/imap/extension_arguments.h"
#include "sim/imap/response.h"

namespace imapscope::explain {

// Arguments of commands; the cursor stands behind the verb.
void explain_arguments(Explaining& e, const Id& command);
void explain_arguments(Explaining& e, const Enable& command);
void explain_arguments(Explaining& e, const Language& command);
void explain_arguments(Explaining& e, const Compress& command);
void explain_arguments(Explaining& e, const Login& command);
void explain_arguments(Explaining& e, const Authenticate& command);
void explain_arguments(Explaining& e, const Select& command);
void explain_arguments(Explaining& e, const Examine& command);
void explain_arguments(Explaining& e, const Create& command);
void explain_arguments(Explaining& e, const Delete& command);
void explain_arguments(Explaining& e, const Rename& command);
void explain_arguments(Explaining& e, const Subscribe& command);
void explain_arguments(Explaining& e, const Unsubscribe& command);
void explain_arguments(Explaining& e, const List& command);
void explain_arguments(Explaining& e, const Lsub& command);
void explain_arguments(Explaining& e, const XList& command);
void explain_arguments(Explaining& e, const RList& command);
void explain_arguments(Explaining& e, const RLsub& command);
void explain_arguments(Explaining& e, const Status& command);
void explain_arguments(Explaining& e, const GetQuota& command);
void explain_arguments(Explaining& e, const GetQuotaRoot& command);
void explain_arguments(Explaining& e, const SetQuota& command);
void explain_arguments(Explaining& e, const SetAcl& command);
void explain_arguments(Explaining& e, const DeleteAcl& command);
void explain_arguments(Explaining& e, const GetAcl& command);
void explain_arguments(Explaining& e, const ListRights& command);
void explain_arguments(Explaining& e, const MyRights& command);
void explain_arguments(Explaining& e, const GetMetadata& command);
void explain_arguments(Explaining& e, const SetMetadata& command);
void explain_arguments(Explaining& e, const Append& command);
void explain_arguments(Explaining& e, const Replace& command);
void explain_arguments(Explaining& e, const GenUrlAuth& command);
void explain_arguments(Explaining& e, const ResetKey& command);
void explain_arguments(Explaining& e, const UrlFetch& command);
void explain_arguments(Explaining& e, const Fetch& command);
void explain_arguments(Explaining& e, const Search& command);
void explain_arguments(Explaining& e, const Esearch& command);
void explain_arguments(Explaining& e, const CancelUpdate& command);
void explain_arguments(Explaining& e, const Notify& command);
void explain_arguments(Explaining& e, const Sort& command);
void explain_arguments(Explaining& e, const Thread& command);
void explain_arguments(Explaining& e, const Store& command);
void explain_arguments(Explaining& e, const Copy& command);
void explain_arguments(Explaining& e, const Move& command);
void explain_arguments(Explaining& e, const Expunge& command);

// Untagged data; the cursor stands behind `*`.
void explain_data(Explaining& e, const CapabilityData& data);
void explain_data(Explaining& e, const EnabledData& data);
void explain_data(Explaining& e, const IdData& data);
void explain_data(Explaining& e, const LanguageData& data);
void explain_data(Explaining& e, const JmapAccessData& data);
void explain_data(Explaining& e, const FlagsData& data);
void explain_data(Explaining& e, const Exists& data);
void explain_data(Explaining& e, const Recent& data);
void explain_data(Explaining& e, const ListData& data);
void explain_data(Explaining& e, const LsubData& data);
void explain_data(Explaining& e, const NamespaceData& data);
void explain_data(Explaining& e, const StatusData& data);
void explain_data(Explaining& e, const QuotaData& data);
void explain_data(Explaining& e, const QuotaRootData& data);
void explain_data(Explaining& e, const XListData& data);
void explain_data(Explaining& e, const AclData& data);
void explain_data(Explaining& e, const ListRightsData& data);
void explain_data(Explaining& e, const MyRightsData& data);
void explain_data(Explaining& e, const MetadataData& data);
void explain_data(Explaining& e, const GenUrlAuthData& data);
void explain_data(Explaining& e, const UrlFetchData& data);
void explain_data(Explaining& e, const SearchData& data);
void explain_data(Explaining& e, const EsearchData& data);
void explain_data(Explaining& e, const SortData& data);
void explain_data(Explaining& e, const ThreadData& data);
void explain_data(Explaining& e, const ExpungeData& data);
void explain_data(Explaining& e, const VanishedData& data);
void explain_data(Explaining& e, const FetchData& data);
void explain_data(Explaining& e, const UidFetchData& data);

// Values of FETCH; the cursor stands at the opening parenthesis.
void explain_envelope(Explaining& e, const Envelope& envelope);
void explain_body_structure(Explaining& e, const BodyStructure& structure);

// What the families that search share.
/// Keys, one after the other, up to the end of the line.
void explain_keys(Explaining& e);
/// `RETURN (…)`; `slot` is where its options stand.
void explain_returns(Explaining& e, std::string_view slot);
/// Numbers or UIDs of what was found, and what an extension adds behind them.
void explain_found(Explaining& e, bool uids, const std::string& rfc);

/// `subtree Lists`: which mailboxes ESEARCH looks into, or NOTIFY watches.
void explain_mailbox_filter(Explaining& e, const std::string& rfc);
/// `(UID BODY.PEEK[])`: a list of what is fetched.
void explain_fetch_list(Explaining& e);
void explain_fetch_list(Explaining& e, const RichText& beginning);

/// A URL of a message, taken apart.
void explain_url(Explaining& e, const std::string& rfc);

// What extensions add, in the slots of extension_arguments.h.
/// The name that stands here, where the table has it in that slot; null: nothing was said.
const ExtensionArgument* explain_argument(Explaining& e, std::string_view slot);
/// A name, known or not, and its value where one stands behind it.
void explain_parameter(Explaining& e, std::string_view slot);
/// A list of them, where one stands here.
void explain_parameters(Explaining& e, std::string_view slot);

/// An attribute of LIST: `\HasChildren`, `\Sent`. `rfc`: where those of the base protocol stand.
void explain_attribute(Explaining& e, const std::string& rfc);

// Lines of dialogues.
void explain_done(Explaining& e);           ///< idle
void explain_sasl_response(Explaining& e);  ///< auth
void explain_challenge(Explaining& e);      ///< auth: what stands behind `+`

/// The condition, a response code and the text; the cursor stands at the condition.
void explain_status_response(Explaining& e, const StatusResponse& status);
/// The code; the cursor stands at its opening bracket.
void explain_response_code(Explaining& e, const ResponseCode& code);
/// The text for people at the end of a line, where there is one.
void explain_words(Explaining& e);
/// CAPABILITY's names, in a line or in a code, up to its end.
void explain_capabilities(Explaining& e);

}  // namespace imapscope::explain
