// A socket through which a test, a demo or a person talks to a program: one line in, one line out.
//
// For the emulated reader and for kiosks of a rehearsal; only who may open the socket's file can
// use it.
#pragma once

#include "app/base/result.h"

#include <poll.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace handbell::control {

class LineSocket {
 public:
  /// Fault: program_failed.
  [[nodiscard]] static Result<LineSocket> listening(std::string path);
  LineSocket(LineSocket&& other) noexcept;
  LineSocket& operator=(LineSocket&& other) = delete;
  LineSocket(const LineSocket&) = delete;
  LineSocket& operator=(const LineSocket&) = delete;
  ~LineSocket();

  /// What to wait for, appended.
  void add_to(std::vector<pollfd>& wanted) const;
  /// Answers each line that came.
  void serve(const std::vector<pollfd>& ready,
             const std::function<std::string(const std::string& line)>& answer);

 private:
  LineSocket(int listener, std::string path) : listener_(listener), path_(std::move(path)) {}
  void take_caller();
  [[nodiscard]] bool hear(int caller, const std::function<std::string(const std::string&)>& answer);

  int listener_ = -1;
  std::string path_;
  std::map<int, std::string> callers_;  ///< with the line that is not yet whole
};

}  // namespace handbell::control
