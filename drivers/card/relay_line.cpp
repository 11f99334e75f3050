#include "drivers/card/relay_line.h"

#include "app/base/text.h"
#include "drivers/card/card_talk.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace handbell::card {

namespace {

constexpr std::array<std::pair<FaultCode, std::string_view>, 3> kFailures{{
    {FaultCode::card_left, "left"},
    {FaultCode::card_mute, "mute"},
    {FaultCode::reader_faulty, "faulty"},
}};
constexpr std::size_t kLongestCardAnswer = 258;

std::string name_of_failure(FaultCode why) {
  const auto found = std::ranges::find(kFailures, why, [](const auto& each) { return each.first; });
  return std::string(found == kFailures.end() ? "faulty" : found->second);
}

std::optional<std::uint32_t> seq_of(const std::string& word) {
  constexpr long long kMostSeq = 0xFFFFFFFFLL;
  const auto number = whole_number(word);
  if (!number || *number < 0 || *number > kMostSeq || word != std::to_string(*number)) {
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(*number);
}

std::optional<Bytes> hex_of(const std::string& word, std::size_t most) {
  auto bytes = from_hex(word);
  if (!bytes || bytes->empty() || bytes->size() > most || to_hex(*bytes) != word) {
    return std::nullopt;
  }
  return bytes;
}

std::optional<RelayAsk> asked_in(const std::vector<std::string>& words, std::uint32_t seq) {
  const std::string& verb = words.front();
  if (verb == "close" && words.size() == 2) return RelayAsk{seq, CloseCard{}};
  if (verb == "open" && words.size() == 3) {
    auto card = CardNumber::parse(words[2]);
    if (card && card->text() == words[2]) return RelayAsk{seq, OpenCard{std::move(*card)}};
  }
  if (verb == "apdu" && words.size() == 3) {
    if (auto bytes = hex_of(words[2], kLongestCommand)) {
      return RelayAsk{seq, SendApdu{std::move(*bytes)}};
    }
  }
  return std::nullopt;
}

std::optional<RelayAnswer> answered_in(const std::vector<std::string>& words, std::uint32_t seq) {
  const std::string& verb = words.front();
  if (verb == "opened" && words.size() == 2) return RelayAnswer::opened(seq);
  if (verb == "answer" && words.size() == 3) {
    if (auto bytes = hex_of(words[2], kLongestCardAnswer)) {
      return RelayAnswer::said(seq, std::move(*bytes));
    }
  }
  if (verb == "failed" && words.size() == 3) {
    const auto found =
        std::ranges::find(kFailures, words[2], [](const auto& each) { return each.second; });
    if (found != kFailures.end()) return RelayAnswer::failed(seq, found->first);
  }
  return std::nullopt;
}

template <class Line, class Read>
Result<Line> relay_parsed(std::string_view line, Read read) {
  const auto words = split(line.substr(0, kLongestRelayLine + 1), ' ');
  if (line.size() <= kLongestRelayLine && words.size() >= 2) {
    const auto seq = seq_of(words[1]);
    auto read_line = seq ? read(words, *seq) : std::optional<Line>();
    if (read_line) return std::move(*read_line);
  }
  return fail(FaultCode::reader_frame, "an unknown line");
}

std::string words_of(const OpenCard& open, const std::string& seq) {
  return "open " + seq + " " + open.card.text();
}
std::string words_of(const SendApdu& send, const std::string& seq) {
  return "apdu " + seq + " " + to_hex(send.command);
}
std::string words_of(const CloseCard&, const std::string& seq) { return "close " + seq; }
}  // namespace

std::string line_of(const RelayAsk& ask) {
  const std::string seq = std::to_string(ask.seq);
  return std::visit([&](const auto& what) { return words_of(what, seq); }, ask.what);
}

std::string line_of(const RelayAnswer& answer) {
  const std::string seq = std::to_string(answer.seq);
  if (answer.kind == RelayAnswer::Kind::opened) return "opened " + seq;
  if (answer.kind == RelayAnswer::Kind::said) return "answer " + seq + " " + to_hex(answer.answer);
  return "failed " + seq + " " + name_of_failure(answer.why);
}

Result<RelayAsk> parse_relay_ask(std::string_view line) {
  return relay_parsed<RelayAsk>(line, asked_in);
}
Result<RelayAnswer> parse_relay_answer(std::string_view line) {
  return relay_parsed<RelayAnswer>(line, answered_in);
}

}  // namespace handbell::card
