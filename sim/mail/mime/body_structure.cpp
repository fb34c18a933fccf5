// BODYSTRUCTURE and BODY (RFC 3501 §7.4.2).
#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/mail/message.h"
#include "sim/mail/mime/content.h"
#include "sim/mail/mime/envelope.h"

namespace imapscope::mail {
namespace {

/// Describes one message's parts.
class Describer {
 public:
  Describer(std::string_view octets, bool is_extensible)
      : octets_(octets), is_extensible_(is_extensible) {}

  [[nodiscard]] BodyStructure describe(const Part& part) const {
    const Fields fields = parse_header(part.header.of(octets_));
    const Fields content_fields = part.is_mime ? fields : Fields{};
    BodyStructure structure;
    if (part.kind == Part::Kind::multipart) {
      structure.body = multipart(part, content_fields);
    } else {
      structure.body = single(part, content_fields);
    }
    if (is_extensible_) {
      structure.extension = extension(content_fields);
      if (part.kind == Part::Kind::multipart) structure.extension->md5.reset();
    }
    return structure;
  }

 private:
  using Fields = std::vector<HeaderField>;

  static NString value_of(const Fields& fields, std::string_view name) {
    const HeaderField* field = find_field(fields, name);
    return field == nullptr ? std::nullopt : NString(unfold(field->value));
  }

  static ContentType type_of(const Fields& fields) {
    const NString value = value_of(fields, "Content-Type");
    return value ? parse_content_type(*value) : ContentType{"text", "plain", {}};
  }

  [[nodiscard]] BodyMultipart multipart(const Part& part, const Fields& fields) const {
    ContentType content_type = type_of(fields);
    BodyMultipart multipart;
    for (const Part& child : part.children) multipart.parts.push_back(describe(child));
    if (multipart.parts.empty()) multipart.parts.push_back(empty_text());
    multipart.subtype = content_type.subtype.value_or("");
    if (is_extensible_) multipart.parameters = std::move(content_type.parameters);
    return multipart;
  }

  /// IMAP knows no multipart without parts.
  [[nodiscard]] BodyStructure empty_text() const {
    BodyPart part{"text", "plain", {{"charset", "us-ascii"}}, {}, {}, "7bit", 0, BodyText{0}};
    BodyStructure structure{part, {}};
    if (is_extensible_) structure.extension.emplace();
    return structure;
  }

  [[nodiscard]] BodyPart single(const Part& part, const Fields& fields) const {
    ContentType content_type = type_of(fields);
    const bool is_text = part.kind == Part::Kind::text;
    BodyPart described;
    described.type = content_type.type;
    described.subtype = content_type.subtype.value_or("");
    described.parameters = std::move(content_type.parameters);
    if (content_type.is("multipart")) {  // its parts are not told apart, so it is only octets
      described.type = "application";
      described.subtype = "octet-stream";
    }
    const auto is_charset = [](const auto& parameter) {
      return ascii::equal_ignoring_case(parameter.first, "charset");
    };
    auto& parameters = described.parameters;
    if (is_text && std::none_of(parameters.begin(), parameters.end(), is_charset)) {
      parameters.emplace_back("charset", "us-ascii");
    }
    described.id = value_of(fields, "Content-ID");
    described.description = value_of(fields, "Content-Description");
    described.encoding = encoding(fields).value_or("7bit");
    described.octets = static_cast<std::uint32_t>(part.body.size());
    if (is_text) described.kind = BodyText{lines_of(part)};
    if (part.kind == Part::Kind::message) {
      described.type = "message";
      described.subtype = "rfc822";
      described.kind = enclosed_message(part);
    }
    return described;
  }

  [[nodiscard]] BodyMessage enclosed_message(const Part& part) const {
    const Part& message = part.children.front();
    return {
        envelope_of(parse_header(message.header.of(octets_))), {describe(message)}, lines_of(part)};
  }

  [[nodiscard]] std::uint32_t lines_of(const Part& part) const {
    const std::string_view body = part.body.of(octets_);
    return static_cast<std::uint32_t>(std::count(body.begin(), body.end(), '\n'));
  }

  static NString encoding(const Fields& fields) {
    const NString value = value_of(fields, "Content-Transfer-Encoding");
    return value ? parse_transfer_encoding(*value) : std::nullopt;
  }

  /// The first one with parameters, or else the last one.
  static std::optional<BodyDisposition> disposition(const Fields& fields) {
    std::optional<BodyDisposition> disposition;
    for (const HeaderField& field : fields) {
      if (!ascii::equal_ignoring_case(field.name, "Content-Disposition")) continue;
      disposition = parse_disposition(unfold(field.value));
      if (disposition && !disposition->parameters.empty()) break;
    }
    return disposition;
  }

  static BodyExtension extension(const Fields& fields) {
    BodyExtension extension;
    extension.md5 = value_of(fields, "Content-MD5");
    extension.disposition = disposition(fields);
    if (const NString value = value_of(fields, "Content-Language")) {
      extension.language = parse_languages(*value);
    }
    extension.location = value_of(fields, "Content-Location");
    return extension;
  }

  std::string_view octets_;
  bool is_extensible_;
};

}  // namespace

BodyStructure Message::structure(bool extensible) const {
  return Describer(octets_, extensible).describe(root_);
}

std::optional<BodyStructure> Message::structure_of(const std::vector<std::uint32_t>& path,
                                                   bool is_decoded) const {
  const Part* part = part_at(path);
  if (part == nullptr) return std::nullopt;
  BodyStructure structure = Describer(octets_, false).describe(*part);
  auto* single = std::get_if<BodyPart>(&structure.body);
  const Decoded decoded = is_decoded ? this->decoded(path) : Decoded{};
  if (single == nullptr || !decoded.octets || path.empty()) return structure;
  single->encoding = "binary";
  single->octets = static_cast<std::uint32_t>(decoded.octets->size());
  return structure;
}

}  // namespace imapscope::mail
