#include "drivers/card/reader_line.h"

#include "app/base/text.h"

#include <optional>

namespace handbell::card {

namespace {

std::string text_of(const CardSeen& seen) {
  return "seen " + seen.card.text() + " " + std::to_string(seen.at.ms);
}
std::string text_of(const CardGone& gone) {
  return "gone " + gone.card.text() + " " + std::to_string(gone.at.ms);
}
std::string text_of(const ManyCards&) { return "many"; }
std::string text_of(const ReaderNews& news) {
  const std::string text = "state " + std::string(name_of(news.state));
  if (news.trouble == ReaderTrouble::none) return text;
  return text + " " + std::string(name_of(news.trouble));
}

/// "UID STEADY_MS" behind the word.
template <class Event>
Result<ReaderLine> card_event(std::string_view rest) {
  const auto space = rest.find(' ');
  if (space == std::string_view::npos) return fail(FaultCode::reader_frame, "a cut line");
  const auto card = CardNumber::parse(rest.substr(0, space));
  const auto at = whole_number(std::string(rest.substr(space + 1)));
  if (!card || !at || *at < 0) return fail(FaultCode::reader_frame, "a garbled line");
  return ReaderLine{ReaderEvent{Event{*card, Steady{*at}}}};
}

/// "NAME [TROUBLE]" behind the word.
std::optional<ReaderNews> news_of(std::string_view rest) {
  const auto space = rest.find(' ');
  const std::string_view name = rest.substr(0, space);
  const std::string_view why = space == std::string_view::npos ? "" : rest.substr(space + 1);
  const auto state = reader_state_named(name);
  const auto trouble = reader_trouble_named(why);
  if (!state || !trouble) return std::nullopt;
  return ReaderNews{*state, *trouble};
}

}  // namespace

std::string line_of(const ReaderLine& line) {
  if (std::holds_alternative<Beat>(line)) return "beat";
  if (const auto* relay = std::get_if<RelayAnswer>(&line)) return line_of(*relay);
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
  if (word == "state") {
    if (const auto news = news_of(rest)) return ReaderLine{ReaderEvent{*news}};
  }
  auto relay = parse_relay_answer(text);
  if (!relay) return fail(relay.error());
  return ReaderLine{std::move(*relay)};
}

}  // namespace handbell::card
