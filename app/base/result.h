// An answer or a fault, never an exception.
#pragma once

#include "app/base/fault.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace handbell {

template <class T>
using Result = tl::expected<T, Fault>;

/// For what is done and returns nothing.
using Status = Result<void>;

/// `return fail(FaultCode::bad_upn, text);`
[[nodiscard]] inline tl::unexpected<Fault> fail(FaultCode code, std::string where) {
  return tl::unexpected<Fault>(Fault{code, std::move(where)});
}

/// Hands a fault on: `return fail(result.error());`
[[nodiscard]] inline tl::unexpected<Fault> fail(Fault fault) {
  return tl::unexpected<Fault>(std::move(fault));
}

}  // namespace handbell
