// A socket through which a test, a demo or a person holds cards to the emulated reader: one line
// in, one line out.
#pragma once

#include "app/base/result.h"

#include <poll.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace handbell::pn532 {

class Control {
 public:
  /// Fault: program_failed.
  [[nodiscard]] static Result<Control> listening(std::string path);
  Control(Control&& other) noexcept;
  Control& operator=(Control&& other) = delete;
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;
  ~Control();

  /// What to wait for, appended.
  void add_to(std::vector<pollfd>& wanted) const;
  /// Answers each line that came.
  void serve(const std::vector<pollfd>& ready,
             const std::function<std::string(const std::string& line)>& answer);

 private:
  Control(int listener, std::string path) : listener_(listener), path_(std::move(path)) {}
  void take_caller();
  [[nodiscard]] bool hear(int caller, const std::function<std::string(const std::string&)>& answer);

  int listener_ = -1;
  std::string path_;
  std::map<int, std::string> callers_;  ///< with the line that is not yet whole
};

}  // namespace handbell::pn532
