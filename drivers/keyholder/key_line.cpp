#include "drivers/keyholder/key_line.h"

#include "app/base/text.h"
#include "drivers/keyholder/release_pin.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace handbell::keys {

namespace {

/// Parts of the line itself: nothing of it is copied.
using Words = std::vector<std::string_view>;

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
  const std::string_view verb = words.front();
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
    return AskVerifier{*card, *version, PinDigits(words[4])};
  }
  if (verb == "pin" && words.size() == 6 && is_release_pin(words[5])) {
    const auto verifier = verifier_of(words[4]);
    if (verifier) return AskPin{*card, *version, *verifier, PinDigits(words[5])};
  }
  return std::nullopt;
}

std::optional<Asked> asked(const Words& words) {
  if (words.front() == "left" && words.size() == 2) return CardLeft{};
  if (words.front() == "newest" && words.size() == 2) return AskNewest{};
  if (words.front() == "told" && words.size() == 3) {
    auto bytes = bytes_of(words[2]);
    if (bytes) return CardTold{std::move(*bytes)};
    return std::nullopt;
  }
  return card_asked(words);
}

using Replied = decltype(KeyReply::what);

std::optional<Replied> newest_of(const Words& words) {
  constexpr std::size_t kCheckBytes = 3;
  const auto version = version_of(words[2]);
  const auto check = bytes_of(words[3]);
  if (!version || *version == 0 || !check || check->size() != kCheckBytes) return std::nullopt;
  return NewestKey{*version, std::string(words[3])};
}

std::optional<Replied> replied(const Words& words) {
  const std::string_view verb = words.front();
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
  if (verb == "newest" && words.size() == 4) return newest_of(words);
  return std::nullopt;
}

void add_word(std::string& line, std::string_view word) { (line += ' ') += word; }
void add_word(std::string& line, long long number) { add_word(line, std::to_string(number)); }

/// In memory that is large enough from the beginning: what grows leaves copies behind.
template <class... Words>
std::string line_text(std::string_view verb, std::uint32_t seq, const Words&... words) {
  std::string line;
  line.reserve(kLongestKeyLine + 1);
  line += verb;
  add_word(line, seq);
  (add_word(line, words), ...);
  return line;
}

std::string text_of(std::uint32_t seq, const AskProof& ask) {
  return line_text("prove", seq, ask.card.text(), ask.version);
}
std::string text_of(std::uint32_t seq, const AskEnrol& ask) {
  return line_text("enrol", seq, ask.card.text(), ask.from, ask.to);
}
std::string text_of(std::uint32_t seq, const CardTold& told) {
  return line_text("told", seq, to_hex(told.answer));
}
std::string text_of(std::uint32_t seq, const CardLeft&) { return line_text("left", seq); }
std::string text_of(std::uint32_t seq, const AskPin& ask) {
  return line_text("pin", seq, ask.card.text(), ask.version, to_hex(ask.verifier),
                   ask.digits.view());
}
std::string text_of(std::uint32_t seq, const AskVerifier& ask) {
  return line_text("verifier", seq, ask.card.text(), ask.version, ask.digits.view());
}
std::string text_of(std::uint32_t seq, const AskNewest&) { return line_text("newest", seq); }
std::string text_of(std::uint32_t seq, const SendCommand& send) {
  return line_text("apdu", seq, to_hex(send.command));
}
std::string text_of(std::uint32_t seq, KeyEnd end) {
  return line_text("done", seq, named(kEnds, end));
}
std::string text_of(std::uint32_t seq, const PinAnswer& answer) {
  return line_text("pin", seq, named(kPinProofs, answer.proof), answer.wait.count);
}
std::string text_of(std::uint32_t seq, const PinVerifier& verifier) {
  return line_text("verifier", seq, to_hex(verifier));
}
std::string text_of(std::uint32_t seq, const NewestKey& newest) {
  return line_text("newest", seq, newest.version, newest.check_value);
}

template <class Line>
std::string text_of(const Line& line) {
  return std::visit([&](const auto& what) { return text_of(line.seq, what); }, line.what);
}

Words words_of(std::string_view line) {
  Words words;
  for (auto end = line.find(' '); end != std::string_view::npos; end = line.find(' ')) {
    words.push_back(line.substr(0, end));
    line.remove_prefix(end + 1);
  }
  words.push_back(line);
  return words;
}

template <class Line, class Parse>
Result<Line> parsed(std::string_view line, Parse parse) {
  constexpr long long kMostSeq = 0xFFFFFFFFLL;
  const Words words = words_of(line);
  if (line.size() <= kLongestKeyLine && words.size() >= 2) {
    const auto seq = number_of(words[1], kMostSeq);
    auto what = parse(words);
    if (seq && what) return Line{static_cast<std::uint32_t>(*seq), std::move(*what)};
  }
  return fail(FaultCode::message_garbled, "a line of the key process");
}

}  // namespace

std::string line_of(const KeyRequest& request) { return text_of(request); }
std::string line_of(const KeyReply& reply) { return text_of(reply); }

Result<KeyRequest> parse_request(std::string_view line) { return parsed<KeyRequest>(line, asked); }
Result<KeyReply> parse_reply(std::string_view line) { return parsed<KeyReply>(line, replied); }

}  // namespace handbell::keys
