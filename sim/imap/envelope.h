// ENVELOPE and BODYSTRUCTURE as values (RFC 3501 §7.4.2). NIL is `nullopt`, which differs from "".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace imapscope {

using NString = std::optional<std::string>;

/// A group is written as IMAP writes it: a start (host NIL, mailbox = group name), its members, and
/// an end (host and mailbox NIL).
struct Address {
  NString name;
  NString route;
  NString mailbox;
  NString host;
  friend bool operator==(const Address&, const Address&) = default;
};

struct Envelope {
  NString date;
  NString subject;
  std::vector<Address> from, sender, reply_to, to, cc, bcc;  ///< empty is NIL
  NString in_reply_to;
  NString message_id;
  friend bool operator==(const Envelope&, const Envelope&) = default;
};

using BodyParameters = std::vector<std::pair<std::string, std::string>>;

struct BodyDisposition {
  std::string type;
  BodyParameters parameters;
  friend bool operator==(const BodyDisposition&, const BodyDisposition&) = default;
};

/// What BODYSTRUCTURE says beyond BODY. In BODY the whole struct is absent.
struct BodyExtension {
  NString md5;  ///< single parts only
  std::optional<BodyDisposition> disposition;
  std::vector<std::string> language;
  NString location;
  friend bool operator==(const BodyExtension&, const BodyExtension&) = default;
};

struct BodyStructure;

struct BodyText {  ///< text/*
  std::uint32_t lines = 0;
  friend bool operator==(const BodyText&, const BodyText&) = default;
};
struct BodyMessage {  ///< message/rfc822
  Envelope envelope;
  std::vector<BodyStructure> body;  ///< exactly one
  std::uint32_t lines = 0;
  friend bool operator==(const BodyMessage&, const BodyMessage&);
};
struct BodyBasic {  ///< all others
  friend bool operator==(const BodyBasic&, const BodyBasic&) = default;
};

struct BodyPart {
  std::string type;
  std::string subtype;
  BodyParameters parameters;
  NString id;
  NString description;
  std::string encoding;
  std::uint64_t octets = 0;
  std::variant<BodyBasic, BodyText, BodyMessage> kind;
  friend bool operator==(const BodyPart&, const BodyPart&) = default;
};
struct BodyMultipart {
  std::vector<BodyStructure> parts;
  std::string subtype;
  BodyParameters parameters;  ///< an extension field: empty in BODY
  friend bool operator==(const BodyMultipart&, const BodyMultipart&);
};

struct BodyStructure {
  std::variant<BodyPart, BodyMultipart> body;
  std::optional<BodyExtension> extension;
  friend bool operator==(const BodyStructure&, const BodyStructure&) = default;
};

inline bool operator==(const BodyMessage& a, const BodyMessage& b) {
  return a.envelope == b.envelope && a.body == b.body && a.lines == b.lines;
}
inline bool operator==(const BodyMultipart& a, const BodyMultipart& b) {
  return a.parts == b.parts && a.subtype == b.subtype && a.parameters == b.parameters;
}

}  // namespace imapscope
