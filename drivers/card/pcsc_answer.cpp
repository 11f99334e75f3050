#include "drivers/card/pcsc_answer.h"

#include <algorithm>
#include <array>

namespace handbell::card {

namespace {

constexpr unsigned kDone = 0x9000;
constexpr std::size_t kStatusBytes = 2;
constexpr std::array<std::uint8_t, 5> kStorageCards{0xA0, 0x00, 0x00, 0x03, 0x06};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string in_small(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

/// Runs of characters that `belongs` takes.
template <class Belongs>
std::vector<std::string_view> runs_of(std::string_view text, Belongs belongs) {
  std::vector<std::string_view> runs;
  while (!text.empty()) {
    const auto end =
        static_cast<std::size_t>(std::ranges::find_if_not(text, belongs) - text.begin());
    if (end > 0) runs.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return runs;
}

/// All words of `wanted` stand in `name`, one behind the other. Both in small letters.
bool has_words(std::string_view name, std::string_view wanted) {
  std::size_t from = 0;
  for (const auto word : runs_of(wanted, [](char c) { return c != ' '; })) {
    const auto at = name.find(word, from);
    if (at == std::string_view::npos) return false;
    from = at + word.size();
  }
  return true;
}

/// "sam", "sam1"; not "samsung".
bool is_sam(std::string_view word) {
  return word.starts_with("sam") && std::ranges::all_of(word.substr(3), is_digit);
}

/// Also "5422cl", as HID names the slot.
bool is_contactless(std::string_view word) {
  const bool short_for_it = word.ends_with("cl") && (word.size() == 2 || is_digit(word.end()[-3]));
  return word == "picc" || word == "contactless" || word == "nfc" || short_for_it;
}

bool is_contact(std::string_view word) {
  return word == "icc" || word == "contact" || word == "contacted";
}

/// How well a reader of this name is what was asked for; 0: not at all.
int fit_of(const std::string& name, const std::string& wanted) {
  const std::string small = in_small(name);
  const auto words = runs_of(small, [](char c) { return is_digit(c) || is_letter(c); });
  if (std::ranges::any_of(words, is_sam) || !has_words(small, wanted)) return 0;
  if (small == wanted) return 4;
  if (std::ranges::any_of(words, is_contactless)) return 3;
  if (std::ranges::none_of(words, is_contact)) return 2;
  return wanted.empty() ? 0 : 1;
}

}  // namespace

const Bytes& ask_for_uid() {
  static const Bytes kGetUid{0xFF, 0xCA, 0x00, 0x00, 0x00};
  return kGetUid;
}

unsigned status_of(std::span<const std::uint8_t> answer) {
  if (answer.size() < kStatusBytes) return 0;
  return static_cast<unsigned>(answer[answer.size() - 2]) << 8U | answer[answer.size() - 1];
}

Result<CardNumber> uid_of_answer(std::span<const std::uint8_t> answer) {
  if (answer.size() < kStatusBytes) return fail(FaultCode::card_left, "");
  const unsigned status = status_of(answer);
  if (status != kDone) {
    const std::array<std::uint8_t, 2> bytes{static_cast<std::uint8_t>(status >> 8U),
                                            static_cast<std::uint8_t>(status)};
    return fail(FaultCode::bad_card, "status " + to_hex(bytes));
  }
  const auto number = answer.first(answer.size() - kStatusBytes);
  auto uid = CardNumber::from_bytes(number);
  // Never the bytes themselves: they may be most of a number.
  if (!uid) return fail(FaultCode::bad_card, std::to_string(number.size()) + " bytes");
  return uid;
}

bool takes_commands(std::span<const std::uint8_t> atr) {
  if (atr.empty()) return false;
  return std::search(atr.begin(), atr.end(), kStorageCards.begin(), kStorageCards.end()) ==
         atr.end();
}

std::vector<std::string> listed_readers(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const auto end = std::min(list.find('\0'), list.size());
    if (end == 0) break;
    names.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

std::optional<std::string> chosen_reader(const std::vector<std::string>& names,
                                         std::string_view wanted, std::string_view current) {
  const std::string small = in_small(wanted);
  const std::string* best = nullptr;
  int fit = 0;
  for (const std::string& name : names) {
    const int its = fit_of(name, small);
    if (its < fit || its == 0 || (its == fit && name != current)) continue;
    best = &name;
    fit = its;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

}  // namespace handbell::card
