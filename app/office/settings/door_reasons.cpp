#include "app/office/settings/door_reasons.h"

#include "app/base/text.h"
#include "app/office/settings/settings_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace handbell::office {
namespace {

using reg::ReasonList;
using reg::Role;

std::string list_words(ReasonList list) {
  constexpr std::array kWords{"Why a child comes late", "Why a child leaves early",
                              "Why staff take an arrival back"};
  return kWords.at(static_cast<std::size_t>(list));
}

std::string lines_of(const std::vector<reg::DoorReason>& reasons) {
  std::string lines;
  for (const auto& reason : reasons) lines += reason.words + "\n";
  return lines;
}

Result<Answer> show_reasons(const Visit& visit, store::Register& held,
                            const FormErrors& errors = {}) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto shown = reg::with_built_in((*school)->reasons);
  Html fields;
  for (const ReasonList list : reg::kReasonLists) {
    Field field = typed_field(visit, errors, std::string(text_of(list)), list_words(list),
                              lines_of(shown.of(list)));
    field.hint = fmt::format("{} to {} lines, one reason each, of at most {} characters.",
                             reg::kFewestReasons, reg::kMostReasons, reg::kLongestReasonWords);
    field.longest = 400;
    fields += text_area(field, static_cast<int>(reg::kMostReasons));
  }
  const auto hint = paragraph(
      "The door shows them in this order, as words on large fields. A reason whose words stay the "
      "same keeps its picture.");
  return settings_page(visit, "Reasons at the door",
                       hint + post_form("/settings/reasons", visit.who.form_token,
                                        fields + button("Show these at the door")),
                       errors);
}

/// "lost_shoe" for "Lost shoe"; other letters are left out.
std::string key_of(const std::string& words) {
  std::string key;
  for (const char c : ascii_lower(folded(words))) {
    if (c >= 'a' && c <= 'z') key += c;
    if (c == ' ' && !key.empty() && key.back() != '_') key += '_';
  }
  while (!key.empty() && key.back() == '_') key.pop_back();
  return key.substr(0, reg::kLongestReasonKey);
}

reg::DoorReason reason_of(const std::string& words, const std::vector<reg::DoorReason>& known) {
  const auto same = std::ranges::find(known, words, &reg::DoorReason::words);
  return same == known.end() ? reg::DoorReason{key_of(words), words, ""} : *same;
}

/// Keys are each once: a second "Ill" with another sign behind it would be the same key.
void make_own(std::vector<reg::ListedReason>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::string& key = rows[i].reason.key;
    const std::string first = key.empty() ? "reason" : key;
    const auto taken = [&](const std::string& wanted) {
      return std::any_of(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i),
                         [&](const auto& row) { return row.reason.key == wanted; });
    };
    key = first;
    for (char more = 'b'; taken(key) && more <= 'z'; ++more) key = first + "_" + more;
  }
}

std::vector<reg::ListedReason> typed_list(const Visit& visit, const reg::School& school,
                                          ReasonList list, FormErrors& errors) {
  const std::string field(text_of(list));
  const auto known = reg::with_built_in(school.reasons).of(list);
  std::vector<reg::ListedReason> rows;
  for (const auto& line : split(visit.typed(field), '\n')) {
    const auto words = composed(trimmed(line));
    if (!words) errors.add(field, "These are no letters: type the line again.");
    if (words && !words->empty()) rows.push_back({list, reason_of(*words, known)});
  }
  make_own(rows);
  for (const auto& row : rows) {
    const Status fits = reg::fit_reason(row.reason);
    if (!fits && errors.of(field).empty()) errors.add(field, sentence(fits.error()));
  }
  const bool count = rows.size() >= reg::kFewestReasons && rows.size() <= reg::kMostReasons;
  if (!count) {
    errors.add(field, fmt::format("{}: give {} to {} reasons, not {}.", list_words(list),
                                  reg::kFewestReasons, reg::kMostReasons, rows.size()));
  }
  return rows;
}

Result<Answer> put_reasons(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  FormErrors errors;
  std::vector<reg::ListedReason> rows;
  for (const ReasonList list : reg::kReasonLists) {
    auto more = typed_list(visit, **school, list, errors);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  if (errors.empty()) {
    const auto merged = merge_reasons(**school, rows);
    if (!merged) errors.add("late", sentence(merged.error()));
  }
  if (!errors.empty()) return show_reasons(visit, held, errors);
  const auto put = held.put_reasons(rows);
  if (!put) return fail(put.error());
  return go_to("/settings/reasons", "The doors show these reasons.");
}

}  // namespace

Routes door_reason_routes() {
  const std::vector<Role> who{Role::head, Role::technician, Role::office};
  return {{"GET", "/settings/reasons", who, Runs::reading,
           [](const Visit& visit, store::Register& held) { return show_reasons(visit, held); }},
          {"POST", "/settings/reasons", who, Runs::writing, put_reasons}};
}

}  // namespace handbell::office
