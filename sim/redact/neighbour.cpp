#include "sim/redact/neighbour.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope::redact {
namespace {

/// More of a line of a message need not be known to see its end.
constexpr std::size_t longest_end = 3;

bool begins_verb(neighbour::Commands commands, std::string_view word) {
  return std::any_of(commands.begin(), commands.end(), [word](const auto& info) {
    return ascii::starts_with_ignoring_case(info.verb, word);
  });
}

}  // namespace

bool NeighbourScanner::take(std::string_view octets) {
  const char c = octets.front();
  if (c == '\n') {
    end_line();
    return false;
  }
  if (c == '\r') return false;
  switch (part_) {
    case Part::verb: {
      const bool hidden = hides_verb(octets);
      if (c == ' ') {
        end_verb();
      } else {
        word_.push_back(c);
      }
      return hidden && c != ' ';
    }
    case Part::name:
      if (c == ' ' && !word_.empty()) part_ = Part::secret;
      if (c != ' ') word_.push_back(c);
      return false;
    case Part::secret:
      return c != ' ';
    case Part::message:
      if (word_.size() < longest_end) word_.push_back(c);
      return false;
    case Part::open:
      return false;
  }
  return false;
}

// Before the login, a word that is no verb may be a password that was typed alone.
bool NeighbourScanner::hides_verb(std::string_view octets) const {
  if (logged_in_ || dialect_->protocol == Protocol::smtp) return false;
  const std::size_t end = octets.find_first_of(" \r\n");
  const std::string word = word_ + std::string(octets.substr(0, end));
  const bool is_whole = end != std::string_view::npos;
  return is_whole ? neighbour::find(dialect_->commands, word) == nullptr
                  : !begins_verb(dialect_->commands, word);
}

void NeighbourScanner::end_verb() {
  if (word_.empty()) return;
  const neighbour::CommandInfo* info = neighbour::find(dialect_->commands, word_);
  verb_ = ascii::to_upper(word_);
  word_.clear();
  if (info == nullptr) {
    part_ = logged_in_ ? Part::open : Part::secret;
  } else if (!info->holds_secret) {
    part_ = Part::open;
  } else {
    // `AUTH PLAIN dGVzdA==` and `APOP ada c4c9…` begin with what is none.
    part_ = info->arguments.find(' ') == std::string_view::npos ? Part::secret : Part::name;
  }
}

void NeighbourScanner::end_line() {
  if (part_ == Part::verb) end_verb();
  const bool message_goes_on = part_ == Part::message && word_ != ".";
  part_ = message_goes_on ? Part::message : Part::verb;
  word_.clear();
}

void NeighbourScanner::hear(std::string_view line) {
  const auto status = dialect_->status_in(line);
  if (!status || status->goes_on) return;
  const neighbour::CommandInfo* info = neighbour::find(dialect_->commands, verb_);
  if (info == nullptr) return;
  if (status->success == neighbour::Success::go_ahead) {
    part_ = info->holds_secret ? Part::secret : Part::message;
  } else if (info->holds_secret) {
    part_ = Part::verb;  // a dialogue ends
    logged_in_ = logged_in_ || status->success == neighbour::Success::yes;
  }
}

void NeighbourScanner::gap() {
  part_ = Part::secret;
  word_.clear();
}

}  // namespace imapscope::redact
