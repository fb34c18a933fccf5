// Session: one connection as the server remembers it between two commands. A value.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/time.h"
#include "sim/imap/sort.h"
#include "sim/imap/state.h"
#include "sim/mail/search.h"
#include "sim/sasl/sasl.h"
#include "sim/server/turn/session_view.h"
#include "sim/server/turn/watch.h"
#include "sim/wire/framer.h"

namespace imapscope::server {

struct SessionId {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const SessionId&, const SessionId&) = default;
};

/// What the client's next line is: a command, or the rest of one that has begun.
struct AwaitsCommand {};
struct AwaitsSasl {  ///< AUTHENTICATE: a response in base64, or `*` (RFC 3501 §6.2.2)
  std::string tag;
  const sasl::Mechanism* mechanism;
  sasl::Exchange exchange;
};
struct AwaitsDone {  ///< IDLE: `DONE` (RFC 2177 §3)
  std::string tag;
};
struct AwaitsHandshake {};  ///< STARTTLS: what comes before TLS is thrown away (RFC 9051 §6.2.1)
using Awaits = std::variant<AwaitsCommand, AwaitsSasl, AwaitsDone, AwaitsHandshake>;

struct Fault;  // misbehaviour.h

/// How a session has been misbehaved to so far.
struct Mischief {
  std::uint32_t connection = 0;  ///< the nth
  Instant opened;
  std::map<std::string, std::uint32_t> commands;  ///< how many of each verb; "": of all
  std::set<std::size_t> done;                     ///< faults that come at a time, by their place
  const Fault* now = nullptr;         ///< what goes wrong with the command that is served
  std::string command;                ///< "a3 FETCH": that one
  std::optional<Instant> held_until;  ///< what is to be written waits …
  std::size_t held_from = 0;          ///< … from here on
  bool silent = false;                ///< nothing is said any more
};

/// A search whose results are told as they change (RFC 5267 §4.3).
struct Context {
  std::string tag;
  bool uid = false;                  ///< results are told as UIDs
  mail::Query query;                 ///< every number in it is a UID, as it was at the command
  std::vector<SortCriterion> order;  ///< empty: that of the mailbox
  std::vector<FetchItem> items;      ///< told of a new message that comes in (RFC 5465 §7)
  std::vector<Uid> results;          ///< that the client was told of, in that order
};

struct Session {
  State state = State::greeting;    ///< `logout`: the connection closes behind `output`
  std::string user;                 ///< once authenticated
  std::optional<SessionView> view;  ///< in the selected state, and only there
  std::string owner;                ///< whose mailbox that is
  bool by_rights = false;           ///< ACL is spoken: what the user may do with it may change
  Awaits awaits;
  bool is_protected = false;               ///< by TLS
  bool compresses = false;                 ///< both ends do (RFC 4978)
  std::optional<std::size_t> switches_at;  ///< in `output`: there that began or ended
  std::string certified;     ///< the user whom a certificate proved under TLS; empty: nobody
  bool condstore = false;    ///< on: changes are told with their numbers (RFC 7162 §3.1)
  bool qresync = false;      ///< on: VANISHED is told for EXPUNGE (RFC 7162 §3.2)
  bool metadata = false;     ///< on: others' changes of annotations are told (RFC 5464 §4.1)
  bool uid_only = false;     ///< on: there are no message numbers (RFC 9586)
  bool rev2 = false;         ///< IMAP4rev2 is spoken: enabled, or there is nothing else
  bool utf8_accept = false;  ///< on: UTF8=ACCEPT (RFC 6855 §3)
  std::vector<MetadataData> changed_annotations;  ///< that are not told yet
  std::optional<Watch> watch;     ///< NOTIFY was asked; nothing: the open mailbox alone is told of
  std::vector<Context> contexts;  ///< of the open mailbox: searches that are kept up to date
  wire::Framer framer{wire::Writer::client};
  std::string output;
  Instant heard;  ///< when its client spoke last
  Mischief mischief;

  void travel(Passage passage) { state = imapscope::travel(state, passage); }
  [[nodiscard]] Texts texts() const { return rev2 || utf8_accept ? Texts::utf8 : Texts::ascii; }
  [[nodiscard]] bool awaits_handshake() const {
    return std::holds_alternative<AwaitsHandshake>(awaits);
  }
  [[nodiscard]] bool idles() const { return std::holds_alternative<AwaitsDone>(awaits); }
};

using Sessions = std::map<SessionId, Session>;

}  // namespace imapscope::server
