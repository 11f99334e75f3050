#include "app/reports/call_list.h"

#include "app/base/school_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace handbell::reports {

namespace {

constexpr std::array<std::string_view, 4> kKinds{"ring_class", "unseen", "ring_family",
                                                 "at_the_door"};

/// Blank, N and O say nothing of where the child is.
bool says_nothing(const std::optional<reg::Code>& mark) { return !mark || mark->gives_way(); }

/// A tap shows a card at the door: a U that rests on it has been seen by nobody either.
bool needs_to_be_seen(const CallFacts& child) {
  static const reg::Code kU = reg::code_of("U");
  return child.at_the_door && !child.seen && (says_nothing(child.mark) || child.mark == kU);
}

std::optional<CallKind> kind_of(const CallFacts& child, Instant now, Millis within) {
  if (needs_to_be_seen(child)) {
    const bool waits = !child.missed && child.tapped && now - *child.tapped < within;
    return waits ? CallKind::at_the_door : CallKind::unseen;
  }
  if (child.at_the_door || child.seen || child.reason_entered) return std::nullopt;
  return says_nothing(child.mark) ? std::optional(CallKind::ring_family) : std::nullopt;
}

CallLine line_of(const CallFacts& child, CallKind kind) {
  const bool ring = kind == CallKind::ring_family;
  return {kind,
          child.class_name,
          child.pupil,
          child.tapped,
          ring ? child.absence_day : 0,
          ring && !child.mark};
}

std::vector<CallLine> silent_classes(const CallQuestion& question) {
  std::set<std::string> names;
  for (const CallFacts& child : question.pupils) {
    const bool sent = question.classes_sent.contains(child.class_name);
    if (child.expected && !sent) names.insert(child.class_name);
  }
  std::vector<CallLine> lines;
  lines.reserve(names.size());
  for (const auto& name : names) {
    lines.push_back({CallKind::ring_class, name, std::nullopt, std::nullopt, 0, false});
  }
  return lines;
}

std::string since(const std::optional<Instant>& tapped) {
  if (!tapped) return "at a time that is not known yet";
  const auto local = to_local(*tapped);
  return local ? "since " + local->time.shown() : "since " + with_offset(*tapped);
}

}  // namespace

std::string_view text_of(CallKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

std::vector<CallLine> call_list(const CallQuestion& question, const Thresholds& thresholds) {
  if (question.now < question.from) return {};
  std::vector<CallLine> lines = silent_classes(question);
  for (const CallFacts& child : question.pupils) {
    if (!child.expected || !question.classes_sent.contains(child.class_name)) continue;
    const auto kind = kind_of(child, question.now, thresholds.seen_in_class_within);
    if (kind) lines.push_back(line_of(child, *kind));
  }
  std::sort(lines.begin(), lines.end(), [](const CallLine& a, const CallLine& b) {
    return std::tie(a.kind, a.class_name, a.pupil) < std::tie(b.kind, b.class_name, b.pupil);
  });
  return lines;
}

std::string sentence(const CallLine& line) {
  switch (line.kind) {
    case CallKind::ring_class:
      return fmt::format("Ring {}: the register has not been sent.", line.class_name);
    case CallKind::unseen:
      return fmt::format("At the door {} and seen in class by nobody: look for the child.",
                         since(line.tapped));
    case CallKind::ring_family:
      return fmt::format("No mark, no arrival, no reason{}: ring all contacts.",
                         line.absence_day > 1 ? fmt::format(", day {}", line.absence_day) : "");
    case CallKind::at_the_door:
      return fmt::format("At the door {}, not yet seen in class.", since(line.tapped));
  }
  return {};
}

}  // namespace handbell::reports
