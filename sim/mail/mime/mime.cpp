#include "sim/mail/mime/mime.h"

#include <algorithm>
#include <optional>
#include <string>

#include "sim/base/ascii.h"
#include "sim/mail/mime/content.h"

namespace imapscope::mail {
namespace {

/// Longer ones are cut, so that hostile messages cost no more than honest ones.
constexpr std::size_t longest_boundary = 80;

/// Reads on until a boundary of one of the multiparts it is in, the innermost first.
class MimeParser {
 public:
  explicit MimeParser(std::string_view octets) : octets_(octets) {}

  /// Whose child the part is decides what it is without a Content-Type (RFC 2046 §5.1.5).
  enum class Parent { none, multipart, digest };

  Part parse_part(Parent parent) {
    Part part;
    part.is_mime = parent != Parent::none;
    part.header = take_header();
    const ContentType content_type = learn_kind(part, parent);
    part.body = {part.header.end, part.header.end};
    if (stop_) {  // the header was cut short, so there is no body
      if (part.kind == Part::Kind::message) part.children.push_back(empty_at(part.body));
      return part;
    }
    ++depth_;
    parse_body(part, content_type);
    --depth_;
    part.body.end = stop_ ? stop_->begin : octets_.size();
    return part;
  }

 private:
  /// A boundary line that ended what was being read.
  struct Stop {
    std::size_t level;  // which of `boundaries_`
    bool closes;        // `--boundary--`
    std::size_t begin;  // with the line end before it: nothing that was read goes beyond
    std::size_t end;    // behind its line
  };

  [[nodiscard]] std::size_t line_end(std::size_t begin) const {
    const auto end = octets_.find('\n', begin);
    return end == std::string_view::npos ? octets_.size() : end + 1;
  }

  /// Whether a boundary line begins at `at`. The longest boundary that begins the line counts.
  [[nodiscard]] std::optional<Stop> boundary_at(std::size_t at) const {
    if (octets_.substr(at, 2) != "--") return std::nullopt;
    const std::size_t end = line_end(at);
    std::string_view line = octets_.substr(at + 2, end - at - 2);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    const std::string_view whole = line;
    if (line.size() > 2 && line.ends_with("--")) line.remove_suffix(2);
    auto level = longest_boundary_of(line);
    if (!level) level = longest_boundary_of(whole);  // one that itself ends in `--`
    if (!level) return std::nullopt;
    const bool closes = whole.substr(boundaries_[*level].size(), 2) == "--";
    return Stop{*level, closes, without_line_end_before(at), end};
  }

  /// Of those that begin the line; of equal ones the innermost.
  [[nodiscard]] std::optional<std::size_t> longest_boundary_of(std::string_view line) const {
    std::optional<std::size_t> best;
    for (std::size_t level = boundaries_.size(); level-- > 0;) {
      const std::string& boundary = boundaries_[level];
      if (line.starts_with(boundary) && (!best || boundary.size() > boundaries_[*best].size())) {
        best = level;
      }
    }
    return best;
  }

  /// The line end before a boundary is the boundary's own (RFC 2046 §5.1.1), also where it ends
  /// the last line of a multipart within. Only the empty line that ends a header stays with it.
  [[nodiscard]] std::size_t without_line_end_before(std::size_t at) const {
    return std::max(at - 2, header_end_);
  }

  static Part empty_at(Span place) {
    Part part;
    part.header = part.body = place;
    return part;
  }

  /// The header from here on, with the empty line. A boundary cuts it short.
  Span take_header() {
    Span header{at_, at_};
    while (at_ < octets_.size()) {
      stop_ = boundary_at(at_);
      if (stop_) return {std::min(header.begin, stop_->begin), stop_->begin};
      const std::size_t begin = at_;
      at_ = line_end(begin);
      header.end = at_;
      if (octets_.substr(begin, at_ - begin) != "\r\n") continue;
      header_end_ = at_;
      break;
    }
    return header;
  }

  [[nodiscard]] ContentType learn_kind(Part& part, Parent parent) const {
    const auto fields = parse_header(part.header.of(octets_));
    const HeaderField* type_field = find_field(fields, "Content-Type");
    if (type_field != nullptr || find_field(fields, "MIME-Version") != nullptr) part.is_mime = true;
    if (type_field == nullptr) {
      part.kind = parent == Parent::digest ? Part::Kind::message : Part::Kind::text;
      return {};
    }
    ContentType content_type = parse_content_type(unfold(type_field->value));
    if (content_type.is("message", "rfc822")) {
      part.kind = Part::Kind::message;
    } else if (content_type.is("multipart") && content_type.subtype) {
      part.kind = Part::Kind::multipart;
    } else {
      part.kind = content_type.is("text") ? Part::Kind::text : Part::Kind::leaf;
    }
    return content_type;
  }

  void parse_body(Part& part, const ContentType& content_type) {
    const std::string* boundary = content_type.parameter("boundary");
    if (depth_ > deepest_part) {
      if (part.kind != Part::Kind::text) part.kind = Part::Kind::leaf;
      find_boundary();
    } else if (part.kind == Part::Kind::message) {
      part.children.push_back(parse_part(Parent::none));
    } else if (part.kind == Part::Kind::multipart && boundary != nullptr) {
      const bool is_digest = content_type.is("multipart", "digest");
      parse_multipart(part, *boundary, is_digest ? Parent::digest : Parent::multipart);
    } else {
      find_boundary();
    }
  }

  /// From here to the next boundary, or to the end.
  void find_boundary() {
    while (at_ < octets_.size()) {
      stop_ = boundary_at(at_);
      if (stop_) return;
      at_ = line_end(at_);
    }
  }

  void parse_multipart(Part& part, std::string_view boundary, Parent as_parent) {
    const std::size_t level = boundaries_.size();
    boundaries_.emplace_back(boundary.substr(0, longest_boundary));
    find_boundary();
    while (stop_ && stop_->level == level && !stop_->closes) {
      pass_boundary();
      if (octets_[at_ - 1] != '\n') break;  // the message ends in the boundary line
      part.children.push_back(parse_part(as_parent));
    }
    boundaries_.pop_back();
    if (stop_ && stop_->level == level) {
      pass_boundary();
      find_boundary();  // the epilogue
    }
  }

  void pass_boundary() {
    at_ = stop_->end;
    stop_.reset();
  }

  std::string_view octets_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t header_end_ = 0;           // behind the empty line of the last header that had one
  std::vector<std::string> boundaries_;  // of the multiparts around, outermost first
  std::optional<Stop> stop_;
};

}  // namespace

Part parse_mime(std::string_view octets) {
  return MimeParser(octets).parse_part(MimeParser::Parent::none);
}

}  // namespace imapscope::mail
