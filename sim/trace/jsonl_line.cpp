#include "sim/trace/jsonl_line.h"

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "sim/base/base64.h"
#include "sim/trace/jsonl_words.h"

namespace imapscope::trace {
namespace {

using Json = nlohmann::json;

Said complaint(const char* what) {
  return Said("trace.jsonl." + std::string(what));
}

/// About a word that the format does not have.
Said unknown(const char* what, std::string word) {
  return {"trace.jsonl." + std::string(what), {{"word", std::move(word)}}};
}

// --- the fields of an event line
// -------------------------------------------------------------------

enum class Field {
  sent,
  landed,
  lost,
  connection,
  direction,
  kind,
  text,
  base64,
  fidelity,
  masked,
  client,
  server,
  protocol,
  abrupt,
  octets,
  what,
  mail_for,
  bounced,
  compressed,
};
constexpr std::array<std::string_view, 19> field_words{
    "sent",   "landed",   "lost",     "connection", "direction", "kind",     "text",
    "base64", "fidelity", "masked",   "client",     "server",    "protocol", "abrupt",
    "octets", "what",     "mail_for", "bounced",    "compressed"};

/// What a line holds, before it is known to make sense. A field of a wrong type counts as absent.
struct Fields {
  std::optional<std::int64_t> sent, landed, connection, octets, compressed;
  bool lost = false;
  bool abrupt = false;
  bool bounced = false;
  std::optional<std::string> direction, kind, text, base64, fidelity, client, server, protocol,
      what, mail_for;
  std::vector<std::int64_t> masked;  ///< flat: offset, octets, offset, octets, ...

  std::optional<std::int64_t>* number(Field field);
  std::optional<std::string>* string(Field field);
};

std::optional<std::int64_t>* Fields::number(Field field) {
  switch (field) {
    case Field::sent:
      return &sent;
    case Field::landed:
      return &landed;
    case Field::connection:
      return &connection;
    case Field::octets:
      return &octets;
    case Field::compressed:
      return &compressed;
    default:
      return nullptr;
  }
}

std::optional<std::string>* Fields::string(Field field) {
  switch (field) {
    case Field::direction:
      return &direction;
    case Field::kind:
      return &kind;
    case Field::text:
      return &text;
    case Field::base64:
      return &base64;
    case Field::fidelity:
      return &fidelity;
    case Field::client:
      return &client;
    case Field::server:
      return &server;
    case Field::protocol:
      return &protocol;
    case Field::what:
      return &what;
    case Field::mail_for:
      return &mail_for;
    default:
      return nullptr;
  }
}

/// Fills Fields while the line is scanned, without building a document: a big trace must open at
/// once. The names of its functions are the JSON library's.
class EventHandler {
 public:
  Fields fields;
  std::size_t error_column = 0;

  bool null() { return true; }
  bool boolean(bool value) {
    if (depth_ == 1 && field_ == Field::lost) fields.lost = value;
    if (depth_ == 1 && field_ == Field::abrupt) fields.abrupt = value;
    if (depth_ == 1 && field_ == Field::bounced) fields.bounced = value;
    return true;
  }
  bool number_integer(std::int64_t value) {
    if (depth_ > 1 && field_ == Field::masked) fields.masked.push_back(value);
    if (depth_ != 1 || !field_) return true;
    if (auto* slot = fields.number(*field_)) *slot = value;
    return true;
  }
  bool number_unsigned(std::uint64_t value) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return value > most || number_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(double, const std::string&) { return true; }
  bool string(std::string& value) {
    if (depth_ != 1 || !field_) return true;
    if (auto* slot = fields.string(*field_)) *slot = std::move(value);
    return true;
  }
  bool binary(Json::binary_t&) { return true; }
  bool key(const std::string& word) {
    if (depth_ != 1) return true;
    const auto index = index_of(field_words, word);
    field_ = index ? std::optional(static_cast<Field>(*index)) : std::nullopt;
    return true;
  }
  bool start_object(std::size_t) {
    ++depth_;
    return true;
  }
  bool end_object() {
    --depth_;
    return true;
  }
  bool start_array(std::size_t) { return start_object(0); }
  bool end_array() { return end_object(); }
  bool parse_error(std::size_t column, const std::string&, const Json::exception&) {
    error_column = column;
    return false;
  }

 private:
  int depth_ = 0;
  std::optional<Field> field_;  ///< of the outermost object; nothing: a key we do not know
};

// --- from fields to an event
// -----------------------------------------------------------------------

Result<std::vector<Masked>, Said> masked_of(const Fields& fields, std::size_t size) {
  std::vector<Masked> masked;
  if (fields.masked.size() % 2 != 0) return fail(complaint("masked_pairs"));
  for (std::size_t i = 0; i + 1 < fields.masked.size(); i += 2) {
    const auto offset = static_cast<std::uint64_t>(fields.masked[i]);
    const auto octets = static_cast<std::uint64_t>(fields.masked[i + 1]);
    if (offset > size || octets > size - offset) {
      return fail(complaint("masked_outside"));
    }
    masked.push_back({static_cast<std::size_t>(offset), static_cast<std::size_t>(octets)});
  }
  return masked;
}

Result<std::string, Said> bytes_of(Fields& fields) {
  if (fields.text.has_value() == fields.base64.has_value()) {
    return fail(complaint("payload"));
  }
  if (fields.text) return std::move(*fields.text);
  if (auto bytes = decode_base64(*fields.base64)) return std::move(*bytes);
  return fail(complaint("base64"));
}

Result<What, Said> payload_of(Fields& fields) {
  auto bytes = bytes_of(fields);
  if (!bytes) return fail(bytes.error());
  const auto fidelity = index_of(fidelity_words, fields.fidelity.value_or("exact"));
  if (!fidelity) return fail(unknown("fidelity", *fields.fidelity));
  auto masked = masked_of(fields, bytes->size());
  if (!masked) return fail(masked.error());
  return Payload{std::move(*bytes), static_cast<Fidelity>(*fidelity), std::move(*masked),
                 static_cast<std::uint64_t>(fields.compressed.value_or(0))};
}

Result<What, Said> opaque_of(Fields& fields) {
  if (!fields.octets) return fail(complaint("opaque"));
  return Opaque{static_cast<std::uint64_t>(*fields.octets), fields.what.value_or("")};
}

What gap_of(const Fields& fields) {
  if (!fields.octets) return Gap{};
  return Gap{static_cast<std::uint64_t>(*fields.octets)};
}

Result<What, Said> opened_of(const Fields& fields) {
  const auto protocol = find_protocol(fields.protocol.value_or("imap"));
  if (!protocol) return fail(unknown("protocol", *fields.protocol));
  return Opened{fields.client.value_or(""), fields.server.value_or(""), *protocol};
}

Result<What, Said> what_of(Fields& fields) {
  const auto kind = index_of(kind_words, fields.kind.value_or(""));
  if (!kind) {
    return fail(fields.kind ? unknown("kind", *fields.kind) : complaint("no_kind"));
  }
  if (fields.octets.value_or(0) < 0) return fail(complaint("octets"));
  if (fields.compressed.value_or(0) < 0) return fail(complaint("compressed"));
  switch (*kind) {
    case 0:
      return payload_of(fields);
    case 1:
      return opened_of(fields);
    case 2:
      return Closed{fields.abrupt};
    case 3:
      return gap_of(fields);
    case 4:
      return opaque_of(fields);
    case 5:
      return Secured{static_cast<std::uint64_t>(fields.octets.value_or(0))};
    default:
      return Note{fields.text.value_or(""), fields.mail_for.value_or(""), fields.bounced};
  }
}

std::optional<Said> complaint_about_times(const Fields& fields) {
  if (!fields.sent || *fields.sent < 0) return complaint("sent");
  if (fields.landed.has_value() == fields.lost) {
    return complaint("landed");
  }
  if (fields.landed && *fields.landed < *fields.sent) return complaint("landed_early");
  return std::nullopt;
}

Result<Event, Said> event_of(Fields& fields) {
  if (auto said = complaint_about_times(fields)) return fail(std::move(*said));
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
  if (!fields.connection || *fields.connection < 0 || *fields.connection > most) {
    return fail(complaint("connection"));
  }
  const auto direction = index_of(direction_words, fields.direction.value_or(""));
  if (!direction) {
    return fail(complaint("direction"));
  }
  auto what = what_of(fields);
  if (!what) return fail(what.error());
  Event event{.connection = {static_cast<std::uint32_t>(*fields.connection)},
              .direction = static_cast<Direction>(*direction),
              .sent = {*fields.sent},
              .landed = {},
              .what = std::move(*what)};
  if (fields.landed) event.landed = Instant{*fields.landed};
  return event;
}

// --- the header
// ------------------------------------------------------------------------------------

template <class T>
std::optional<T> member(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end()) return std::nullopt;
  const auto* value = found->template get_ptr<const T*>();
  return value == nullptr ? std::nullopt : std::optional<T>(*value);
}

std::optional<std::int64_t> integer_member(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<std::int64_t>();
}

}  // namespace

Result<Header, Said> parse_header(std::string_view line) {
  const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
  if (!json.is_object() ||
      member<std::string>(json, std::string(format_key).c_str()) != format_name) {
    return fail(complaint("no_header"));
  }
  const auto version = integer_member(json, "version").value_or(0);
  if (version != format_version) {
    return fail(Said("trace.jsonl.version", {{"version", version}, {"known", format_version}}));
  }
  const auto word = member<std::string>(json, "clocking").value_or("both_ends");
  const auto clocking = index_of(clocking_words, word);
  if (!clocking) return fail(unknown("clocking", word));
  return Header{.title = member<std::string>(json, "title").value_or(""),
                .source = member<std::string>(json, "source").value_or(""),
                .clocking = static_cast<Clocking>(*clocking),
                .unix_us = integer_member(json, "unix_us"),
                .redacted = member<bool>(json, "redacted").value_or(false)};
}

Result<Event, Said> parse_event(std::string_view line) {
  EventHandler handler;
  const bool parsed = Json::sax_parse(line.data(), line.data() + line.size(), &handler);
  if (!parsed) return fail(Said("trace.jsonl.no_json", {{"column", handler.error_column}}));
  return event_of(handler.fields);
}

}  // namespace imapscope::trace
