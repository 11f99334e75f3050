#include "app/invent/upn_maker.h"

#include <fmt/format.h>

#include <string_view>

namespace handbell::invent {

namespace {

constexpr std::string_view kOurSchool = "9902417";  // authority and establishment
constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

Upn sealed(const std::string& rest) {
  const auto letter = Upn::check_letter(rest);
  check(letter.has_value());
  const auto upn = Upn::parse(*letter + rest);
  check(upn.has_value());
  return *upn;
}

}  // namespace

Upn UpnMaker::ours(int year) {
  const int serial = ++given_[year];
  check(serial <= 999);
  return sealed(fmt::format("{}{:02}{:03}", kOurSchool, year % 100, serial));
}

Upn UpnMaker::temporary(int year) {
  const int serial = temporary_[year]++;
  const auto letters = static_cast<int>(kLetters.size());
  check(serial < 100 * letters);
  return sealed(fmt::format("{}{:02}{:02}{}", kOurSchool, year % 100, serial / letters,
                            kLetters[static_cast<std::size_t>(serial % letters)]));
}

Upn UpnMaker::elsewhere(int year) {
  while (true) {
    const std::string rest =
        fmt::format("{}{:04}{:02}{:03}", chance_.between(991, 995), chance_.between(2000, 2999),
                    year % 100, chance_.between(1, 999));
    if (foreign_.insert(rest).second) return sealed(rest);
  }
}

}  // namespace handbell::invent
