// The keyboard that a wedge reader is, as a stream of its keys.
#pragma once

#include "drivers/card/reader.h"
#include "drivers/card/wedge_decoder.h"
#include "drivers/card/wedge_name.h"

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::card {

struct WedgeHeard {
  std::vector<WedgeKey> keys;
  bool missed = false;  ///< keys were lost before these
};

class WedgePort {
 public:
  WedgePort() = default;
  WedgePort(const WedgePort&) = delete;
  WedgePort& operator=(const WedgePort&) = delete;
  virtual ~WedgePort() = default;

  /// Waits for keys, at most so long. Fault: reader_missing, it was unplugged.
  [[nodiscard]] virtual Result<WedgeHeard> hear(Millis wait) = 0;
};

/// A port, or why there is none.
using WedgeOpened = tl::expected<std::unique_ptr<WedgePort>, ReaderNews>;
using WedgeOpener = std::function<WedgeOpened(const std::string& path)>;

/// Takes the keyboard at this path for itself alone, so that no number lands in a form that is
/// open on the same machine. `now`: for the stamps of keys.
[[nodiscard]] WedgeOpened open_keyboard(const std::string& path, std::function<Steady()> now);
/// Keys from a descriptor that carries the kernel's input events and belongs to the port.
[[nodiscard]] std::unique_ptr<WedgePort> keys_from(int descriptor, std::function<Steady()> now);

}  // namespace handbell::card
