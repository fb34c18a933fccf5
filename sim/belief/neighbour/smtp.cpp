// SMTP: what a client knows of the mail that it hands over.
#include <algorithm>

#include "sim/base/copy_on_write.h"
#include "sim/belief/ends/session_model.h"
#include "sim/belief/neighbour/neighbour.h"
#include "sim/imap/encoded_word.h"
#include "sim/neighbour/path.h"
#include "sim/neighbour/smtp.h"

namespace imapscope::observer {
namespace {

using neighbour::Tells;

MailBelief& mail(Learning& learning) {
  std::shared_ptr<MailBelief>& known = learning.session.facts.mail;
  if (!known) known = std::make_shared<MailBelief>();
  return change(known);
}

std::string address_of(const std::string& argument, std::string_view label) {
  const auto path = smtp::path_in(argument, label);
  return path ? std::string(path->mailbox) : argument;
}

/// The lines behind the first of EHLO's answer (RFC 5321 §4.1.1.1).
void learn_extension(Learning& learning, const InProgressAtClient& sent, std::string_view text) {
  auto& known = learning.session.facts.capabilities;
  const bool is_first = !known || sent.answers == 0;
  learning.session.in_progress.change(sent.facts.line,
                                      [](InProgressAtClient& asked) { ++asked.answers; });
  if (is_first) {
    known.emplace();  // the server's name comes first
  } else {
    known->emplace_back(text);
  }
}

void learn_recipient(Learning& learning, const std::string& argument, bool is_taken) {
  mail(learning).recipients.push_back({address_of(argument, "TO:"), is_taken});
}

/// An answer's end: what is known of the mail that is handed over.
void learn_passage(Learning& learning, Passage passage, const std::string& argument,
                   bool is_taken) {
  if (passage == Passage::smtp_recipient) return learn_recipient(learning, argument, is_taken);
  if (!is_taken) return;
  if (passage == Passage::smtp_sender) {
    mail(learning) = {.sender = address_of(argument, "FROM:")};
  } else if (passage == Passage::smtp_data) {
    mail(learning).is_taken = true;
  } else if (passage == Passage::smtp_done || passage == Passage::smtp_hello) {
    learning.session.facts.mail = nullptr;
  }
}

}  // namespace

void learn_smtp_data(Learning& learning, const Line& line) {
  if (line.kind != LineKind::literal) return;
  MailBelief& sent = mail(learning);
  if (const auto subject = subject_in(line.bytes)) sent.subject = decode_encoded_words(*subject);
  sent.octets = line.bytes.rfind('.');  // what ends it is no part of it
}

void learn_smtp_answer(Learning& learning, const Asked& asked, const Line& line) {
  const auto status = smtp::status_in(line.bytes);
  if (!status) return;
  const bool is_taken = line.condition == Condition::ok;
  if (line.condition == Condition::bye) learning.effect(effect::SaidBye{});
  if (asked.info.tells == Tells::capabilities && is_taken) {
    learn_extension(learning, asked.sent, status->text);
  }
  if (line.kind == LineKind::tagged && asked.info.passage) {
    learn_passage(learning, *asked.info.passage, asked.sent.argument, is_taken);
  }
}

}  // namespace imapscope::observer
