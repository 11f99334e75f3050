// The staff list and the classes for whoever signs in: a connection of its own that cannot write.
#pragma once

#include "app/office/access/access.h"
#include "app/store/register_file.h"

#include <mutex>

namespace handbell::office {

class PeopleReader {
 public:
  /// `now`: the site's, in a rehearsal its own. Faults: those of RegisterFile::open_for_pages.
  [[nodiscard]] static Result<std::unique_ptr<PeopleReader>> open(const std::string& register_path,
                                                                  Random& random,
                                                                  std::function<Instant()> now);
  /// From any thread.
  [[nodiscard]] Result<People> people();

 private:
  PeopleReader(std::unique_ptr<store::RegisterFile> file, std::function<Instant()> now)
      : file_(std::move(file)), now_(std::move(now)) {}

  std::mutex mutex_;
  std::unique_ptr<store::RegisterFile> file_;
  std::function<Instant()> now_;
  std::shared_ptr<const reg::School> school_;  ///< that the classes are of
  std::vector<std::string> classes_;
};

}  // namespace handbell::office
