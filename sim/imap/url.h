// The url family: URLs that name a message or a part of it, and lend it to others (RFC 5092, 4467).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/imap/date_time.h"
#include "sim/imap/envelope.h"
#include "sim/imap/fetch.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"

namespace imapscope {

/// `imap://ada@host/INBOX;UIDVALIDITY=42/;UID=20/;SECTION=1.2/;PARTIAL=0.100`, or the same from the
/// path on (RFC 5092 §11): a message, or a part of one.
struct MessageUrl {
  bool is_absolute = false;  ///< it names a server
  std::string user;          ///< before the `@`; empty: none
  std::string host;
  MailboxName mailbox;
  std::optional<UidValidity> uid_validity;
  Uid uid;
  Section section;
  std::optional<Partial> partial;
  // What RFC 4467 §3 adds:
  std::optional<DateTime> expires;
  std::string access;     ///< `anonymous`, `user+ada`; empty: nobody else is let in
  std::string mechanism;  ///< `INTERNAL`
  std::string token;      ///< proves that the server has allowed it
  std::string rump;       ///< all before mechanism and token
};

struct GenUrlAuth {  ///< RFC 4467 §7
  struct Wish {
    std::string url;
    std::string mechanism;
    friend bool operator==(const Wish&, const Wish&) = default;
  };
  std::vector<Wish> wishes;
  friend bool operator==(const GenUrlAuth&, const GenUrlAuth&) = default;
};

struct ResetKey {                      ///< RFC 4467 §7
  std::optional<MailboxName> mailbox;  ///< nothing: all keys go
  std::vector<std::string> mechanisms;
  friend bool operator==(const ResetKey&, const ResetKey&) = default;
};

struct UrlFetch {  ///< RFC 4467 §7
  struct Wish {
    std::string url;
    std::vector<std::string> parameters;  ///< BODY, BINARY, BODYPARTSTRUCTURE (RFC 5524 §3.1)
    bool enclosed = false;                ///< `(url …)`
    friend bool operator==(const Wish&, const Wish&) = default;
  };
  std::vector<Wish> wishes;
  friend bool operator==(const UrlFetch&, const UrlFetch&) = default;
};

struct GenUrlAuthData {  ///< `* GENURLAUTH …`, RFC 4467 §8
  std::vector<std::string> urls;
  friend bool operator==(const GenUrlAuthData&, const GenUrlAuthData&) = default;
};

struct UrlFetchData {  ///< `* URLFETCH …`, RFC 4467 §8
  struct Item {        ///< `(BINARY {5}…)`, RFC 5524 §3.2
    std::string name;
    NString octets;
    std::optional<BodyStructure> structure;  ///< of BODYPARTSTRUCTURE, in place of octets
    friend bool operator==(const Item&, const Item&) = default;
  };
  struct Answer {
    std::string url;
    NString octets;           ///< where no items are told; NIL: the URL is not good
    std::vector<Item> items;  ///< what was asked for by parameters
    friend bool operator==(const Answer&, const Answer&) = default;
  };
  std::vector<Answer> answers;
  friend bool operator==(const UrlFetchData&, const UrlFetchData&) = default;
};

}  // namespace imapscope
