#include "app/register/pupil_search.h"

#include "app/base/text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace handbell::reg {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  std::string plain = handbell::folded(text);
  // "Al-Hassan", "O'Neill": each part can be typed alone.
  std::ranges::replace_if(
      plain, [](char c) { return c == '-' || c == '\'' || c == ','; }, ' ');
  Words words = split(plain, ' ');
  std::erase_if(words, [](const std::string& word) { return word.empty(); });
  return words;
}

Words names_of(const PupilRecord& pupil) {
  std::string all = pupil.surname.text() + " " + pupil.forename.text();
  if (pupil.preferred) all += " " + pupil.preferred->text();
  Words words = words_of(all);
  // What stands together without the mark between: "oneill", "alhassan".
  for (const auto* part : {&pupil.surname, &pupil.forename}) {
    std::string joined;
    for (const auto& word : words_of(part->text())) joined += word;
    words.push_back(std::move(joined));
  }
  return words;
}

int mistakes_forgiven(std::string_view typed) {
  const auto letters = code_points(typed);
  return letters < 4 ? 0 : letters < 7 ? 1 : 2;
}

constexpr int kNotFound = 99;

/// 0 the whole word, 1 its beginning, then by mistakes.
int distance(const std::string& typed, const Words& names) {
  int best = kNotFound;
  for (const auto& name : names) {
    if (name == typed) return 0;
    if (name.starts_with(typed)) best = std::min(best, 1);
    const int most = mistakes_forgiven(typed);
    const int apart = letters_apart(typed, name, most);
    if (most > 0 && apart <= most) best = std::min(best, 1 + apart);
  }
  return best;
}

int distance(const Words& typed, const PupilRecord& pupil) {
  const Words names = names_of(pupil);
  int sum = 0;
  for (const auto& word : typed) {
    const int each = distance(word, names);
    if (each == kNotFound) return kNotFound;
    sum += each;
  }
  return sum;
}

std::u32string letters(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0U) != 0x80U) out.push_back(0);
    out.back() = (out.back() << 8U) | byte;
  }
  return out;
}

}  // namespace

int letters_apart(std::string_view one, std::string_view other, int most) {
  const auto a = letters(one);
  const auto b = letters(other);
  const auto longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > static_cast<std::size_t>(most)) return most + 1;
  std::array<std::vector<int>, 3> rows;
  for (auto& row : rows) row.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rows[1][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& now = rows[2];
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({rows[1][j] + 1, now[j - 1] + 1, rows[1][j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], rows[0][j - 2] + 1);
    }
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
  }
  return std::min(rows[1][b.size()], most + 1);
}

std::vector<const PupilRecord*> find_pupils(const School& school, std::string_view typed,
                                            SchoolDay day) {
  if (const auto* named = school.named(trimmed(typed))) return {named};
  const Words wanted = words_of(typed);
  if (wanted.empty()) return {};
  using Found = std::tuple<bool, int, std::string, PupilId, const PupilRecord*>;
  std::vector<Found> found;
  for (const auto& pupil : school.pupils) {
    const int apart = distance(wanted, pupil);
    if (apart == kNotFound) continue;
    found.emplace_back(!pupil.on_roll(day), apart, handbell::folded(pupil.surname.text()), pupil.id,
                       &pupil);
  }
  std::ranges::sort(found);
  if (found.size() > kMostFound) found.resize(kMostFound);
  std::vector<const PupilRecord*> pupils;
  for (const auto& each : found) pupils.push_back(std::get<4>(each));
  return pupils;
}

}  // namespace handbell::reg
