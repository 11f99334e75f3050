#include "drivers/card/reader_line.h"

#include "app/base/text.h"

#include <array>
#include <utility>

namespace handbell::card {

namespace {

constexpr std::array<std::pair<ReaderState, std::string_view>, 5> kStates{{
    {ReaderState::starting, "starting"},
    {ReaderState::ready, "ready"},
    {ReaderState::missing, "missing"},
    {ReaderState::busy, "busy"},
    {ReaderState::faulty, "faulty"},
}};

std::string text_of(const CardSeen& seen) {
  return "seen " + seen.uid.hex() + " " + std::to_string(seen.at.ms);
}
std::string text_of(const CardGone& gone) {
  return "gone " + gone.uid.hex() + " " + std::to_string(gone.at.ms);
}
std::string text_of(const ManyCards&) { return "many"; }
std::string text_of(const ReaderNews& news) { return "state " + std::string(name_of(news.state)); }

/// "UID STEADY_MS" behind the word.
template <class Event>
Result<ReaderLine> card_event(std::string_view rest) {
  const auto space = rest.find(' ');
  if (space == std::string_view::npos) return fail(FaultCode::reader_frame, "a cut line");
  const auto uid = CardUid::parse(rest.substr(0, space));
  const auto at = whole_number(std::string(rest.substr(space + 1)));
  if (!uid || !at || *at < 0) return fail(FaultCode::reader_frame, "a garbled line");
  return ReaderLine{ReaderEvent{Event{*uid, Steady{*at}}}};
}

}  // namespace

std::string_view name_of(ReaderState state) {
  for (const auto& [each, name] : kStates) {
    if (each == state) return name;
  }
  return "unknown";
}

std::string line_of(const ReaderLine& line) {
  if (std::holds_alternative<Beat>(line)) return "beat";
  return std::visit([](const auto& event) { return text_of(event); }, std::get<ReaderEvent>(line));
}

Result<ReaderLine> parse_line(std::string_view text) {
  const auto space = text.find(' ');
  const std::string_view word = text.substr(0, space);
  const std::string_view rest = space == std::string_view::npos ? "" : text.substr(space + 1);
  if (text == "beat") return ReaderLine{Beat{}};
  if (text == "many") return ReaderLine{ReaderEvent{ManyCards{}}};
  if (word == "seen") return card_event<CardSeen>(rest);
  if (word == "gone") return card_event<CardGone>(rest);
  for (const auto& [state, name] : kStates) {
    if (word == "state" && rest == name) return ReaderLine{ReaderEvent{ReaderNews{state}}};
  }
  return fail(FaultCode::reader_frame, "an unknown line");
}

}  // namespace handbell::card
