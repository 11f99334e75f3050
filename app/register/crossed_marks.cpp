#include "app/register/crossed_marks.h"

#include "app/base/check.h"

namespace handbell::reg {

Result<std::vector<Mark>> crossed_marks(Store& store, const std::vector<Mark>& written,
                                        const std::vector<std::uint64_t>& seen) {
  check(written.size() == seen.size());
  std::vector<Mark> crossed;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i].replaces == seen[i]) continue;
    auto history = store.history(written[i].what.pupil, written[i].what.session);
    if (!history) return fail(history.error());
    for (auto& mark : *history) {
      // From the first of the own on nobody else's can be among them.
      if (mark.entry > seen[i] && mark.entry < written.front().entry) {
        crossed.push_back(std::move(mark));
      }
    }
  }
  return crossed;
}

}  // namespace handbell::reg
