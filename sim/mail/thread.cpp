#include "sim/mail/thread.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "sim/base/letter_case.h"
#include "sim/mail/mime/subject.h"

namespace imapscope::mail {
namespace {

std::string folded_subject(const BaseSubject& subject) {
  return collation_key(subject.text);
}

std::uint32_t number_of(std::size_t place) {
  return static_cast<std::uint32_t>(place + 1);
}

// ---- ORDEREDSUBJECT ----

ThreadMembers one_subject(const std::vector<std::size_t>& places) {
  ThreadMembers conversation{{number_of(places.front())}};
  if (places.size() == 2) conversation.chain.push_back(number_of(places[1]));
  for (std::size_t i = 1; i < places.size() && places.size() > 2; ++i) {
    conversation.branches.push_back({{number_of(places[i])}});
  }
  return conversation;
}

std::vector<ThreadMembers> by_ordered_subject(const std::vector<Sortable>& messages) {
  std::map<std::string, std::vector<std::size_t>> subjects;
  for (const std::size_t place : sorted(messages, {{SortKey::subject}, {SortKey::date}})) {
    subjects[folded_subject(base_subject(subject_of(messages[place].message)))].push_back(place);
  }
  std::map<std::size_t, ThreadMembers> threads;
  for (const auto& [subject, places] : subjects) threads[places.front()] = one_subject(places);
  std::vector<ThreadMembers> ordered;
  for (const std::size_t place : sorted(messages, {{SortKey::date}})) {
    const auto conversation = threads.find(place);
    if (conversation != threads.end()) ordered.push_back(std::move(conversation->second));
  }
  return ordered;
}

// ---- REFERENCES ----

/// A message, or one that is only known from what others refer to (a dummy).
struct Node {
  std::optional<std::size_t> message;
  std::optional<std::size_t> parent;
  std::vector<std::size_t> children;
};

class References {
 public:
  explicit References(const std::vector<Sortable>& messages);

  std::vector<ThreadMembers> threads();

 private:
  using NodeIds = std::vector<std::size_t>;

  struct SubjectOf {
    std::string text;
    bool is_reply = false;
  };

  std::size_t node_of(const std::string& id);
  void add_messages();
  void link_messages();
  void link(std::size_t parent, std::size_t child);
  [[nodiscard]] bool descends(std::size_t node, std::size_t from) const;
  void gather_roots();
  [[nodiscard]] NodeIds from_the_top() const;
  void prune();
  [[nodiscard]] NodeIds pruned(const NodeIds& children, bool are_roots) const;
  [[nodiscard]] bool is_dummy(std::size_t node) const { return !nodes_[node].message; }
  [[nodiscard]] std::size_t shown_by(std::size_t node) const;
  [[nodiscard]] std::pair<std::int64_t, std::size_t> time_of(std::size_t node) const;
  void sort_siblings(NodeIds& siblings) const;
  [[nodiscard]] SubjectOf subject_of_thread(std::size_t node) const;
  void merge_subjects();
  [[nodiscard]] std::map<std::string, std::size_t> subject_table() const;
  /// `node` goes into the thread that the table has, and is no root any more.
  void merge(std::size_t node, std::size_t& in_table, NodeIds& added);
  [[nodiscard]] ThreadMembers members_of(std::size_t node) const;

  const std::vector<Sortable>& messages_;
  std::vector<std::int64_t> times_;
  std::vector<BaseSubject> subjects_;
  std::vector<Ancestry> ancestries_;
  std::vector<Node> nodes_;  // those of the messages first
  std::map<std::string, std::size_t> ids_;
  NodeIds roots_;
};

References::References(const std::vector<Sortable>& messages) : messages_(messages) {
  for (const Sortable& each : messages) {
    times_.push_back(sent_time(each.message, each.internal_date));
    subjects_.push_back(base_subject(subject_of(each.message)));
    ancestries_.push_back(ancestry_of(each.message));
  }
}

/// Step 1: each message a node; an id belongs to the first that has it.
void References::add_messages() {
  for (std::size_t i = 0; i < messages_.size(); ++i) {
    nodes_.push_back({i, {}, {}});
    if (!ancestries_[i].id.empty()) ids_.emplace(ancestries_[i].id, i);
  }
}

std::size_t References::node_of(const std::string& id) {
  const auto [found, added] = ids_.try_emplace(id, nodes_.size());
  if (added) nodes_.emplace_back();
  return found->second;
}

bool References::descends(std::size_t node, std::size_t from) const {
  for (std::optional<std::size_t> at = node; at; at = nodes_[*at].parent) {
    if (*at == from) return true;
  }
  return false;
}

void References::link(std::size_t parent, std::size_t child) {
  if (!descends(parent, child)) nodes_[child].parent = parent;
}

/// Steps 1.A and 1.B.
void References::link_messages() {
  for (std::size_t i = 0; i < messages_.size(); ++i) {
    std::optional<std::size_t> last;
    for (const std::string& id : ancestries_[i].references) {
      const std::size_t node = node_of(id);
      if (last && !nodes_[node].parent) link(*last, node);
      last = node;
    }
    nodes_[i].parent.reset();
    if (last) link(*last, i);
  }
}

/// Step 2.
void References::gather_roots() {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].parent) {
      nodes_[*nodes_[i].parent].children.push_back(i);
    } else {
      roots_.push_back(i);
    }
  }
}

/// Every node before its children.
References::NodeIds References::from_the_top() const {
  NodeIds order = roots_;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const NodeIds& children = nodes_[order[i]].children;
    order.insert(order.end(), children.begin(), children.end());
  }
  return order;
}

References::NodeIds References::pruned(const NodeIds& children, bool are_roots) const {
  NodeIds kept;
  for (const std::size_t child : children) {
    const NodeIds& below = nodes_[child].children;
    if (!is_dummy(child)) {
      kept.push_back(child);
    } else if (below.size() == 1 || !are_roots) {
      kept.insert(kept.end(), below.begin(), below.end());
    } else if (!below.empty()) {
      kept.push_back(child);
    }
  }
  return kept;
}

/// Step 3, the youngest first.
void References::prune() {
  const NodeIds order = from_the_top();
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    nodes_[*node].children = pruned(nodes_[*node].children, false);
  }
  roots_ = pruned(roots_, true);
}

/// Its message; of a dummy, that of its first child.
std::size_t References::shown_by(std::size_t node) const {
  while (is_dummy(node)) node = nodes_[node].children.front();
  return *nodes_[node].message;
}

/// Equal times are told apart by the place in the mailbox.
std::pair<std::int64_t, std::size_t> References::time_of(std::size_t node) const {
  const std::size_t message = shown_by(node);
  return {times_[message], message};
}

void References::sort_siblings(NodeIds& siblings) const {
  std::sort(siblings.begin(), siblings.end(),
            [this](std::size_t a, std::size_t b) { return time_of(a) < time_of(b); });
}

References::SubjectOf References::subject_of_thread(std::size_t node) const {
  const BaseSubject& subject = subjects_[shown_by(node)];
  return {folded_subject(subject), !is_dummy(node) && subject.is_reply_or_forward};
}

/// Step 5.B.
std::map<std::string, std::size_t> References::subject_table() const {
  std::map<std::string, std::size_t> table;
  for (const std::size_t node : roots_) {
    const SubjectOf subject = subject_of_thread(node);
    if (subject.text.empty()) continue;
    const auto [held, added] = table.try_emplace(subject.text, node);
    if (added || is_dummy(held->second)) continue;
    const bool held_is_reply = subject_of_thread(held->second).is_reply;
    if (is_dummy(node) || (held_is_reply && !subject.is_reply)) held->second = node;
  }
  return table;
}

void References::merge(std::size_t node, std::size_t& in_table, NodeIds& added) {
  NodeIds& theirs = nodes_[in_table].children;
  if (is_dummy(in_table) && is_dummy(node)) {
    theirs.insert(theirs.end(), nodes_[node].children.begin(), nodes_[node].children.end());
    return;
  }
  const bool answers = subject_of_thread(node).is_reply && !subject_of_thread(in_table).is_reply;
  if (is_dummy(in_table) || answers) {
    theirs.push_back(node);
    return;
  }
  const std::size_t dummy = nodes_.size();
  nodes_.push_back({{}, {}, {in_table, node}});
  added.push_back(dummy);
  in_table = dummy;
}

/// Step 5.
void References::merge_subjects() {
  std::map<std::string, std::size_t> table = subject_table();
  std::set<std::size_t> gone;
  NodeIds added;
  for (const std::size_t node : roots_) {
    const std::string subject = subject_of_thread(node).text;
    if (subject.empty() || table.at(subject) == node) continue;
    const std::size_t before = table.at(subject);
    merge(node, table.at(subject), added);
    gone.insert(node);
    if (table.at(subject) != before) gone.insert(before);
  }
  roots_.insert(roots_.end(), added.begin(), added.end());
  std::erase_if(roots_, [&](std::size_t node) { return gone.contains(node); });
}

// A chain goes on while there is one child.
ThreadMembers References::members_of(std::size_t node) const {
  ThreadMembers members;
  const NodeIds* children = nullptr;
  for (std::size_t at = node;; at = children->front()) {
    if (!is_dummy(at)) members.chain.push_back(number_of(*nodes_[at].message));
    children = &nodes_[at].children;
    if (children->size() != 1) break;
  }
  for (const std::size_t child : *children) members.branches.push_back(members_of(child));
  return members;
}

std::vector<ThreadMembers> References::threads() {
  add_messages();
  link_messages();
  gather_roots();
  prune();
  // Step 4: below a dummy among the roots its children are in order, too.
  for (const std::size_t root : roots_) {
    if (is_dummy(root)) sort_siblings(nodes_[root].children);
  }
  sort_siblings(roots_);
  merge_subjects();
  // Step 6.
  const NodeIds order = from_the_top();
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    sort_siblings(nodes_[*node].children);
  }
  sort_siblings(roots_);
  std::vector<ThreadMembers> threads;
  for (const std::size_t root : roots_) threads.push_back(members_of(root));
  return threads;
}

}  // namespace

std::vector<ThreadMembers> threads_of(const std::vector<Sortable>& messages,
                                      ThreadAlgorithm algorithm) {
  if (algorithm == ThreadAlgorithm::ordered_subject) return by_ordered_subject(messages);
  return References(messages).threads();
}

}  // namespace imapscope::mail
