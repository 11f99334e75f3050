// A form of the page Register, as it came.
//
// It names class, day and half; whoever may not see the class gets no answer at all. Children of
// other classes that somebody writes into it are nobody's.
#pragma once

#include "app/office/take/take.h"

#include <optional>

namespace handbell::office {

struct TakeForm {
  AskedClass asked;
  TakeFacts facts;
  bool of_today = true;
};

/// What an address asks for; nothing where this person has no such register.
[[nodiscard]] std::optional<AskedClass> asked_by(const Visit& visit, const reg::School& school,
                                                 const net::Fields& fields);

/// Nothing where this person has no such register. Faults: those of reading.
[[nodiscard]] Result<std::optional<TakeForm>> read_form(const Visit& visit, store::Register& held);

/// What was said of the children of this class. What is no answer goes to `errors`.
[[nodiscard]] TypedRegister typed_register(const Visit& visit, const TakeFacts& facts,
                                           FormErrors& errors);

/// How this person sends it now. `reason`: as typed.
[[nodiscard]] reg::Sending sending_of(const Visit& visit, const TakeFacts& facts,
                                      const std::string& reason);

/// The child of this class that the field names.
[[nodiscard]] const reg::ClassChild* child_named(const Visit& visit, const TakeFacts& facts,
                                                 std::string_view field);

}  // namespace handbell::office
