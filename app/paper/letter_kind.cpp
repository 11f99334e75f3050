#include "app/paper/letter_kind.h"

#include "app/paper/letter_wordings.h"

#include <algorithm>

namespace handbell::paper {
namespace {

using reg::Role;

struct KindRow {
  std::string_view text;
  std::string_view words;
  LetterKind kind;
  bool of_child;
  bool goes_home;
  bool by_office;  ///< beside head and champion
};

constexpr KindRow kRows[] = {
    {"meeting", "Attendance meeting sheet", LetterKind::meeting, true, true, false},
    {"contract", "Attendance contract", LetterKind::contract, true, true, false},
    {"invitation", "Invitation to a meeting", LetterKind::invitation, true, true, false},
    {"lateness", "Lateness letter", LetterKind::lateness, true, true, true},
    {"penalty", "Penalty consideration sheet", LetterKind::penalty, true, false, false},
    {"annual", "Line for the yearly report", LetterKind::annual, true, true, false},
    {"late-slip", "Late slip", LetterKind::late_slip, true, false, true},
    {"leaver-slip", "Leaver's slip", LetterKind::leaver_slip, true, false, true},
    {"governor", "Sheet for the governing board", LetterKind::governor, false, false, false},
};

const KindRow& row_of(LetterKind kind) { return kRows[static_cast<std::size_t>(kind)]; }

}  // namespace

const std::vector<LetterKind>& all_letter_kinds() {
  static const std::vector<LetterKind> kAll = [] {
    std::vector<LetterKind> all;
    for (const auto& row : kRows) all.push_back(row.kind);
    return all;
  }();
  return kAll;
}

std::string_view text_of(LetterKind kind) { return row_of(kind).text; }
std::string_view words_of(LetterKind kind) { return row_of(kind).words; }

Result<LetterKind> parse_letter_kind(std::string_view text) {
  std::string known;
  for (const auto& row : kRows) {
    if (row.text == text) return row.kind;
    known += (known.empty() ? "" : ", ") + std::string(row.text);
  }
  return fail(FaultCode::bad_choice,
              "\"" + std::string(text) + "\" is no kind of letter (" + known + ")");
}

PaperSize size_of(LetterKind kind) {
  const bool slip = kind == LetterKind::late_slip || kind == LetterKind::leaver_slip;
  return slip ? PaperSize::slip : PaperSize::a4;
}

bool is_of_child(LetterKind kind) { return row_of(kind).of_child; }
bool goes_home(LetterKind kind) { return row_of(kind).goes_home; }

bool shows_case(LetterKind kind) {
  return kind == LetterKind::meeting || kind == LetterKind::contract ||
         kind == LetterKind::invitation || kind == LetterKind::penalty;
}

bool may_make(LetterKind kind, const std::vector<Role>& roles) {
  return std::ranges::any_of(roles, [&](Role role) {
    return role == Role::head || role == Role::champion ||
           (role == Role::office && row_of(kind).by_office);
  });
}

std::string_view own_wording(LetterKind kind) { return wording_in_assets(text_of(kind)); }

}  // namespace handbell::paper
