#include "app/register/mark_history.h"

#include <algorithm>
#include <tuple>

namespace handbell::reg {

namespace {

auto place(const Mark& mark) { return std::tuple(mark.what.session, mark.what.pupil, mark.entry); }

bool same_session(const Mark& a, const Mark& b) {
  return a.what.session == b.what.session && a.what.pupil == b.what.pupil;
}

}  // namespace

Result<MarkHistory> MarkHistory::from(std::vector<Mark> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const Mark& a, const Mark& b) { return place(a) < place(b); });
  MarkHistory history(std::move(entries));
  for (const Mark& mark : history.entries_) {
    if (mark.replaces != 0 && history.before(mark) == nullptr) {
      return fail(FaultCode::entry_missing, std::to_string(mark.replaces));
    }
  }
  return history;
}

std::vector<Mark> MarkHistory::current() const {
  std::vector<Mark> last;
  for (const Mark& mark : entries_) {
    if (last.empty() || !same_session(last.back(), mark)) {
      last.push_back(mark);
    } else {
      last.back() = mark;
    }
  }
  return last;
}

const Mark* MarkHistory::before(const Mark& mark) const {
  if (mark.replaces == 0) return nullptr;
  const auto wanted = std::tuple(mark.what.session, mark.what.pupil, mark.replaces);
  const auto at =
      std::lower_bound(entries_.begin(), entries_.end(), wanted,
                       [](const Mark& each, const auto& key) { return place(each) < key; });
  return at != entries_.end() && place(*at) == wanted ? &*at : nullptr;
}

}  // namespace handbell::reg
