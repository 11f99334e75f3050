// The real office with a clerk's browser: what its pages cost, from the first byte of a request to
// the last of its answer, over a connection that stays open.
#pragma once

#include "../store/temporary_folder.h"
#include "figures.h"
#include "kept_connection.h"
#include "office_counts.h"
#include "running_program.h"
#include "scale_school.h"

#include <optional>

namespace handbell::bench {

inline constexpr Scale kSchool{1'000, 1};
inline constexpr int kClass = 30;

/// A year of marks, a second one without any, and R Patel of the office.
class HttpOffice {
 public:
  explicit HttpOffice(const Scale& scale);
  HttpOffice(const HttpOffice&) = delete;
  HttpOffice& operator=(const HttpOffice&) = delete;
  ~HttpOffice();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] const OfficeCounts& counts() const { return *counts_; }
  /// The school days without any mark, oldest first.
  [[nodiscard]] const std::vector<SchoolDay>& days() const { return days_; }
  /// The office's clock stands there.
  void set_clock(SchoolDay day, const std::string& time) const;

 private:
  [[nodiscard]] std::string site() const { return folder_.file("site"); }
  void handbell(const std::string& words) const;
  void start();

  store::TemporaryFolder folder_;
  std::vector<SchoolDay> days_;
  OfficeCounts* counts_ = nullptr;
  std::optional<testing_support::RunningProgram> office_;
  std::uint16_t port_ = 0;
};

[[nodiscard]] std::vector<Figure> http_figures();

}  // namespace handbell::bench
