#include "drivers/card/pcsc_answer.h"

#include <algorithm>
#include <array>

namespace handbell::card {

namespace {

constexpr unsigned kDone = 0x9000;
constexpr std::size_t kStatusBytes = 2;
constexpr std::array<std::uint8_t, 5> kStorageCards{0xA0, 0x00, 0x00, 0x03, 0x06};

bool names_part(const std::string& name, std::string_view part) {
  return name.find(part) != std::string::npos;
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
                                         std::string_view wanted) {
  const auto first = [&](const auto& fits) -> std::optional<std::string> {
    const auto found = std::ranges::find_if(names, fits);
    if (found == names.end()) return std::nullopt;
    return *found;
  };
  if (!wanted.empty()) {
    if (auto whole = first([&](const auto& name) { return name == wanted; })) return whole;
    return first([&](const auto& name) { return name.starts_with(wanted); });
  }
  if (auto contactless = first([](const auto& name) {
        return names_part(name, "PICC") || names_part(name, "Contactless") ||
               names_part(name, "CL Reader");
      })) {
    return contactless;
  }
  return first([](const auto& name) { return !names_part(name, "SAM"); });
}

}  // namespace handbell::card
