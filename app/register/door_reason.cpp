#include "app/register/door_reason.h"

#include <algorithm>

namespace handbell::reg {

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

std::string words_of_reason(std::string_view key) {
  for (const auto* list : {&late_reasons(), &out_reasons()}) {
    const auto known = std::ranges::find(*list, key, &DoorReason::key);
    if (known != list->end()) return known->words;
  }
  std::string words(key);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace handbell::reg
