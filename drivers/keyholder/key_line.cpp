#include "drivers/keyholder/key_line.h"

#include "app/base/text.h"
#include "drivers/keyholder/release_pin.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace handbell::keys {

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::pair<KeyEnd, std::string_view>, 5> kEnds{{
    {KeyEnd::proven, "proven"},
    {KeyEnd::enrolled, "enrolled"},
    {KeyEnd::refused, "refused"},
    {KeyEnd::no_key, "no_key"},
    {KeyEnd::left, "left"},
}};
constexpr std::array<std::pair<PinProof, std::string_view>, 4> kPinProofs{{
    {PinProof::right, "right"},
    {PinProof::wrong, "wrong"},
    {PinProof::wait, "wait"},
    {PinProof::no_key, "no_key"},
}};

template <class Names, class Value>
std::string named(const Names& names, Value value) {
  const auto found = std::ranges::find(names, value, [](const auto& each) { return each.first; });
  return std::string(found == names.end() ? "" : found->second);
}

template <class Value, std::size_t kCount>
std::optional<Value> value_named(
    const std::array<std::pair<Value, std::string_view>, kCount>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const auto& each) { return each.second; });
  if (found == names.end()) return std::nullopt;
  return found->first;
}

/// Digits alone, no zero in front: each number has one form.
std::optional<long long> number_of(std::string_view word, long long most) {
  const auto number = whole_number(word);
  if (!number || *number < 0 || *number > most || word != std::to_string(*number)) {
    return std::nullopt;
  }
  return number;
}

std::optional<KeyVersion> version_of(std::string_view word) {
  const auto number = number_of(word, 255);
  if (!number) return std::nullopt;
  return static_cast<KeyVersion>(*number);
}

std::optional<CardNumber> card_of(std::string_view word) {
  auto card = CardNumber::parse(word);
  if (!card || card->text() != word) return std::nullopt;
  return std::move(*card);
}

/// Upper-case digits, two a byte and nothing between.
std::optional<Bytes> bytes_of(std::string_view word) {
  auto bytes = from_hex(word);
  if (!bytes || to_hex(*bytes) != word) return std::nullopt;
  return bytes;
}

std::optional<PinVerifier> verifier_of(std::string_view word) {
  const auto bytes = bytes_of(word);
  PinVerifier verifier{};
  if (!bytes || bytes->size() != verifier.size()) return std::nullopt;
  std::ranges::copy(*bytes, verifier.begin());
  return verifier;
}

using Asked = decltype(KeyRequest::what);

std::optional<Asked> card_asked(const Words& words) {
  const std::string& verb = words.front();
  if (words.size() < 4) return std::nullopt;
  const auto card = card_of(words[2]);
  const auto version = version_of(words[3]);
  if (!card || !version) return std::nullopt;
  if (verb == "prove" && words.size() == 4) return AskProof{*card, *version};
  if (verb == "enrol" && words.size() == 5) {
    const auto to = version_of(words[4]);
    if (to) return AskEnrol{*card, *version, *to};
  }
  if (verb == "verifier" && words.size() == 5 && is_release_pin(words[4])) {
    return AskVerifier{*card, *version, words[4]};
  }
  if (verb == "pin" && words.size() == 6 && is_release_pin(words[5])) {
    const auto verifier = verifier_of(words[4]);
    if (verifier) return AskPin{*card, *version, *verifier, words[5]};
  }
  return std::nullopt;
}

std::optional<Asked> asked(const Words& words) {
  if (words.front() == "left" && words.size() == 2) return CardLeft{};
  if (words.front() == "told" && words.size() == 3) {
    auto bytes = bytes_of(words[2]);
    if (bytes) return CardTold{std::move(*bytes)};
    return std::nullopt;
  }
  return card_asked(words);
}

using Replied = decltype(KeyReply::what);

std::optional<Replied> replied(const Words& words) {
  const std::string& verb = words.front();
  if (verb == "apdu" && words.size() == 3) {
    auto bytes = bytes_of(words[2]);
    if (bytes && !bytes->empty()) return SendCommand{std::move(*bytes)};
  }
  if (verb == "done" && words.size() == 3) {
    if (const auto end = value_named(kEnds, words[2])) return *end;
  }
  if (verb == "verifier" && words.size() == 3) {
    if (const auto verifier = verifier_of(words[2])) return *verifier;
  }
  if (verb == "pin" && words.size() == 4) {
    const auto proof = value_named(kPinProofs, words[2]);
    const auto wait = number_of(words[3], hours(1).count);
    if (proof && wait) return PinAnswer{*proof, Millis{*wait}};
  }
  return std::nullopt;
}

std::string text_of(const AskProof& ask) {
  return "prove # " + ask.card.text() + " " + std::to_string(ask.version);
}
std::string text_of(const AskEnrol& ask) {
  return "enrol # " + ask.card.text() + " " + std::to_string(ask.from) + " " +
         std::to_string(ask.to);
}
std::string text_of(const CardTold& told) { return "told # " + to_hex(told.answer); }
std::string text_of(const CardLeft&) { return "left #"; }
std::string text_of(const AskPin& ask) {
  return "pin # " + ask.card.text() + " " + std::to_string(ask.version) + " " +
         to_hex(ask.verifier) + " " + ask.digits;
}
std::string text_of(const AskVerifier& ask) {
  return "verifier # " + ask.card.text() + " " + std::to_string(ask.version) + " " + ask.digits;
}
std::string text_of(const SendCommand& send) { return "apdu # " + to_hex(send.command); }
std::string text_of(KeyEnd end) { return "done # " + named(kEnds, end); }
std::string text_of(const PinAnswer& answer) {
  return "pin # " + named(kPinProofs, answer.proof) + " " + std::to_string(answer.wait.count);
}
std::string text_of(const PinVerifier& verifier) { return "verifier # " + to_hex(verifier); }

/// The line with its number in its place.
template <class Line>
std::string numbered(const Line& line) {
  std::string text = std::visit([](const auto& what) { return text_of(what); }, line.what);
  return text.replace(text.find('#'), 1, std::to_string(line.seq));
}

template <class Line, class Parse>
Result<Line> parsed(std::string_view line, Parse parse) {
  constexpr long long kMostSeq = 0xFFFFFFFFLL;
  const Words words = split(line, ' ');
  if (line.size() <= kLongestKeyLine && words.size() >= 2) {
    const auto seq = number_of(words[1], kMostSeq);
    auto what = parse(words);
    if (seq && what) return Line{static_cast<std::uint32_t>(*seq), std::move(*what)};
  }
  return fail(FaultCode::message_garbled, "a line of the key process");
}

}  // namespace

std::string line_of(const KeyRequest& request) { return numbered(request); }
std::string line_of(const KeyReply& reply) { return numbered(reply); }

Result<KeyRequest> parse_request(std::string_view line) { return parsed<KeyRequest>(line, asked); }
Result<KeyReply> parse_reply(std::string_view line) { return parsed<KeyReply>(line, replied); }

}  // namespace handbell::keys
