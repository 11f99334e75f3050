#include "app/register/door_reason.h"

#include "app/base/text.h"

#include <algorithm>
#include <array>

namespace handbell::reg {

namespace {

constexpr std::array<std::string_view, 3> kListNames{"late", "out", "undo"};

bool is_key(std::string_view text, std::string_view more) {
  return std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || more.find(c) != std::string_view::npos;
  });
}

tl::unexpected<Fault> unfit(const std::string& what) { return fail(FaultCode::reason_unfit, what); }

}  // namespace

std::string_view text_of(ReasonList list) { return kListNames.at(static_cast<std::size_t>(list)); }

Result<ReasonList> parse_reason_list(std::string_view text) {
  for (const ReasonList list : kReasonLists) {
    if (ascii_lower(text) == text_of(list)) return list;
  }
  return fail(FaultCode::bad_choice, "\"" + std::string(text) + "\" is none of: late, out, undo");
}

const std::vector<DoorReason>& DoorReasons::of(ReasonList list) const {
  if (list == ReasonList::late) return late;
  return list == ReasonList::out ? out : undo;
}

std::vector<DoorReason>& DoorReasons::of(ReasonList list) {
  if (list == ReasonList::late) return late;
  return list == ReasonList::out ? out : undo;
}

const std::vector<DoorReason>& late_reasons() {
  static const std::vector<DoorReason> kReasons{{"traffic", "Traffic", "car"},
                                                {"bus_or_train", "Bus or train", "bus"},
                                                {"overslept", "Overslept", "bed"},
                                                {"unwell", "Felt unwell", "thermometer"},
                                                {"appointment", "Appointment", "calendar"},
                                                {"other", "Something else", "dots"}};
  return kReasons;
}

const std::vector<DoorReason>& out_reasons() {
  static const std::vector<DoorReason> kReasons{{"appointment", "Appointment", "calendar"},
                                                {"unwell", "Felt unwell", "thermometer"},
                                                {"family", "Family", "house"},
                                                {"other", "Something else", "dots"}};
  return kReasons;
}

const std::vector<DoorReason>& undo_reasons() {
  static const std::vector<DoorReason> kReasons{{"wrong_child", "Wrong child", "someone"},
                                                {"not_here", "Not in school", "out"},
                                                {"only_a_test", "Only a test", "card"},
                                                {"other", "Something else", "dots"}};
  return kReasons;
}

DoorReasons with_built_in(DoorReasons own) {
  if (own.late.empty()) own.late = late_reasons();
  if (own.out.empty()) own.out = out_reasons();
  if (own.undo.empty()) own.undo = undo_reasons();
  return own;
}

Status fit_reason(const DoorReason& reason) {
  const bool sized = !reason.key.empty() && reason.key.size() <= kLongestReasonKey;
  if (!sized || !is_key(reason.key, "_")) {
    return unfit("the key \"" + reason.key + "\" is not 1 to 32 small letters and underlines");
  }
  const auto letters = code_points(reason.words);
  if (letters < 1 || letters > kLongestReasonWords) {
    return unfit("the words \"" + reason.words + "\" are not 1 to 24 characters");
  }
  if (reason.picture.size() > kLongestReasonKey || !is_key(reason.picture, "_-0123456789")) {
    return unfit("the picture \"" + reason.picture + "\" is no word");
  }
  return {};
}

std::string words_of_reason(std::string_view key) {
  for (const auto* list : {&late_reasons(), &out_reasons(), &undo_reasons()}) {
    const auto known = std::ranges::find(*list, key, &DoorReason::key);
    if (known != list->end()) return known->words;
  }
  std::string words(key);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace handbell::reg
