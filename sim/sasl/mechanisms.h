// One pair of functions for each row of the table: how a mechanism is served, and how it is
// answered.
#pragma once

#include "sim/sasl/sasl.h"

namespace imapscope::sasl {

Step serve_plain(Exchange& exchange, std::string_view message, const Authority& authority);
std::optional<std::string> answer_plain(Exchange& exchange, std::string_view challenge);

std::string ask_login(Exchange& exchange);
Step serve_login(Exchange& exchange, std::string_view message, const Authority& authority);
std::optional<std::string> answer_login(Exchange& exchange, std::string_view challenge);

std::string ask_cram_md5(Exchange& exchange);
Step serve_cram_md5(Exchange& exchange, std::string_view message, const Authority& authority);
std::optional<std::string> answer_cram_md5(Exchange& exchange, std::string_view challenge);

Step serve_scram_sha_1(Exchange& exchange, std::string_view message, const Authority& authority);
Step serve_scram_sha_256(Exchange& exchange, std::string_view message, const Authority& authority);
std::optional<std::string> answer_scram_sha_1(Exchange& exchange, std::string_view challenge);
std::optional<std::string> answer_scram_sha_256(Exchange& exchange, std::string_view challenge);

Step serve_xoauth2(Exchange& exchange, std::string_view message, const Authority& authority);
std::optional<std::string> answer_xoauth2(Exchange& exchange, std::string_view challenge);

Step serve_oauthbearer(Exchange& exchange, std::string_view message, const Authority& authority);
std::optional<std::string> answer_oauthbearer(Exchange& exchange, std::string_view challenge);

Step serve_anonymous(Exchange& exchange, std::string_view message, const Authority& authority);
std::optional<std::string> answer_anonymous(Exchange& exchange, std::string_view challenge);

Step serve_external(Exchange& exchange, std::string_view message, const Authority& authority);
std::optional<std::string> answer_external(Exchange& exchange, std::string_view challenge);

/// Admits the user whose password it is.
[[nodiscard]] Step by_password(std::string_view user, std::string_view password,
                               const Authority& authority);
[[nodiscard]] Refused wrong();
[[nodiscard]] Refused malformed(std::string_view text);

}  // namespace imapscope::sasl
