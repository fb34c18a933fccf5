#include "gui/app/make/make_session.h"

#include "gui/app/new_session.h"
#include "sim/base/overloaded.h"

namespace imapscope::gui {
namespace {

/// Of an input that is no line; the ladder shows those.
std::string words_for(const words::Words& words, const world::Action& action) {
  return std::visit(
      overloaded{
          [&](const world::Connect& connect) {
            return words("inputs.connects", {{"client", connect.client}});
          },
          [](const world::Send&) { return std::string(); },
          [&](const world::Disconnect& d) {
            return words(d.abrupt ? "inputs.cut_off" : "inputs.hangs_up", {{"client", d.client}});
          },
          [&](const world::Deliver&) { return words("inputs.mail_arrives"); },
          [&](const world::SetNetwork& set) {
            return words("inputs.network", {{"latency", set.settings.latency.us / 1000},
                                            {"jitter", set.settings.jitter.us / 1000}});
          }},
      action);
}

InputMark::Kind kind_of(const world::Action& action) {
  using Kind = InputMark::Kind;
  if (std::holds_alternative<world::Connect>(action)) return Kind::connects;
  if (std::holds_alternative<world::Disconnect>(action)) return Kind::leaves;
  return std::holds_alternative<world::SetNetwork>(action) ? Kind::network : Kind::mail;
}

/// For the button that takes it back.
std::string name_of(const words::Words& words, const world::Action& action) {
  const auto* send = std::get_if<world::Send>(&action);
  if (send == nullptr) return words_for(words, action);
  return send->text.substr(0, send->text.find_first_of("\r\n"));
}

bool is_open(const Scene& scene, const Lane& lane) {
  const auto belief = scene.beliefs->find(lane.connection);
  return belief != scene.beliefs->end() && !belief->second.closed;
}

}  // namespace

void make_session(const Document& document, Scene& scene) {
  const world::History* history = document.history();
  if (history == nullptr) return;
  const channel::LinkSettings network = network_of(*history);
  SessionView session;
  session.latency_ms = network.latency.us / 1000;
  session.jitter_ms = network.jitter.us / 1000;
  const Lane* lane = find_lane(scene, scene.client);
  if (lane != nullptr && is_open(scene, *lane)) session.cut = lane->name;
  if (const auto connect = next_client(*history)) session.connects = connect->client;
  session.can_undo = document.can_undo();
  if (session.can_undo) session.last_input = name_of(scene.words, history->inputs().back().action);
  scene.session = session;
  for (const world::Input& input : history->inputs()) {
    if (std::string words = words_for(scene.words, input.action); !words.empty()) {
      scene.input_marks.push_back({kind_of(input.action), input.at, std::move(words)});
    }
  }
}

}  // namespace imapscope::gui
