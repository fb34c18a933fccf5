// What an operator decides about a server.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "sim/base/time.h"
#include "sim/imap/capability.h"

namespace imapscope::server {

struct Misbehaviour;  // misbehaviour.h
struct Profile;       // profiles.h

struct Config {
  std::string name = "imapscope";  ///< in the greeting and in ID
  bool starttls = false;           ///< a client may ask for TLS
  bool login_disabled = false;     ///< while the connection is not protected by it
  std::string alert{};             ///< that each user is told when he is let in; empty: nothing
  /// Where JMAP has the same mail, which JMAPACCESS tells (RFC 9698).
  std::string jmap_url = "https://jmap.example.org/.well-known/jmap";
  /// After so long without a word from it a session is over (RFC 3501 §5.4); 0: never.
  Duration autologout{};
  static constexpr Duration least_autologout = seconds(1800);  ///< half an hour
  /// Where all chance begins: nonces of SASL, keys of URLs.
  std::uint64_t seed = 1;
  /// A row of the table of profiles; null: extensions are on by their rows, and all else is as a
  /// server is by itself (temper.h).
  const Profile* profile = nullptr;
  /// Extensions that are on or off other than so, by their capability: `QUOTA`.
  std::map<std::string, bool, std::less<>> switches{};
  /// Choices that are made other than so, by their keys in temper.h: `news`, `at_once`.
  std::map<std::string, std::string, std::less<>> choices{};
  /// Faults on request; null: none.
  std::shared_ptr<const Misbehaviour> misbehaviour{};
  std::size_t max_literal_octets = 32U << 20U;  ///< of an APPEND
  std::size_t max_line_octets = 64U << 10U;     ///< of any other command, literals included
  /// Of one FETCH, so that the answer stays within so many times the messages; clients ask for few.
  std::size_t max_fetch_items = 100;
  std::size_t max_annotation_octets = 4096;  ///< of one (RFC 5464 §4.1: 1024 at least)
  std::size_t max_annotations = 20;          ///< of a mailbox, and of the server (10 at least)
  bool private_annotations = true;           ///< users may have their own (RFC 5464 §3.3)
  /// How many messages one command may be about, where MESSAGELIMIT is on (RFC 9738 §3).
  std::size_t message_limit = 1000;
  /// How many searches of a session are kept up to date at once (RFC 5267 §4.3.1).
  std::size_t max_contexts = 8;
  /// How many mailboxes a session may see that watches them (RFC 5465 §5.8).
  std::size_t max_watched_mailboxes = 1000;
  /// After how many messages a search or a copy says how far it has come, where INPROGRESS is on.
  std::size_t progress_every = 1000;
  /// The wall time of Instant 0, for internal dates: seconds since 1970. By itself 2026-01-01 UTC.
  std::int64_t unix_seconds_at_start = 1767225600;

  /// Takes a profile. False: there is none of that name.
  bool adopt(std::string_view profile_id);
  /// Switches an extension on, or with a `-` before it off: "QUOTA", "-IDLE". False: there is none
  /// of that name here.
  bool turn(std::string_view extension);
  /// Makes a choice: "news=at_once". False: there is none of that name, or no such value.
  bool choose(std::string_view key_and_value);
  /// Whether an extension is told of.
  [[nodiscard]] bool announces(const CapabilityInfo& info) const;
  [[nodiscard]] bool announces(std::string_view capability) const;
  /// IMAP4rev2, and nothing before it: sessions begin with it (RFC 9051 §6.3.1).
  [[nodiscard]] bool speaks_rev2_only() const {
    return announces("IMAP4rev2") && !announces("IMAP4rev1");
  }
  /// Whether it is served: it is announced, or implied by what is (RFC 9051, appendix E).
  [[nodiscard]] bool speaks(const CapabilityInfo& info) const;
  /// One of a family (`THREAD=`) will do.
  [[nodiscard]] bool speaks(std::string_view capability) const;
};

}  // namespace imapscope::server
