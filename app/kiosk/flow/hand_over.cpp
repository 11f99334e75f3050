#include "app/kiosk/flow/hand_over.h"

#include "app/base/school_time.h"
#include "app/kiosk/flow/memory.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

bool of_day(Instant at, SchoolDay day) {
  const auto local = to_local(at);
  return local && local->day == day;
}

/// A request with what the office answered, if anything.
struct Answered {
  PupilId pupil;
  OpenRequest request;
  std::optional<reg::DoorReleaseState> state;
  bool settled = false;  ///< the child was handed over here since
};

/// This door's own by number: its clock may have been wrong.
bool is_settled(const State& state, const Answered& one) {
  return std::ranges::any_of(state.gone, [&](const GoneHere& gone) {
    if (gone.pupil != one.pupil) return false;
    return one.request.seq != 0 ? one.request.seq < gone.seq : one.request.asked <= gone.at;
  });
}

/// All of the day: asked here, and those of other doors that the office has answered.
std::vector<Answered> all_of_day(const State& state, SchoolDay day) {
  std::vector<Answered> all;
  for (const auto& asked : state.asked) {
    if (!of_day(asked.at, day)) continue;
    all.push_back(
        {asked.pupil, {asked.seq, asked.at, asked.who, asked.why, asked.back_today}, {}, false});
  }
  for (const auto& release : state.book->releases) {
    if (!of_day(release.at, day)) continue;
    const auto own = std::ranges::find_if(all, [&](const Answered& one) {
      return one.pupil == release.pupil && one.request.asked == release.asked;
    });
    if (own != all.end()) {
      own->state = release.state;
    } else {
      all.push_back({release.pupil, {0, release.asked, "", "", false}, release.state, false});
    }
  }
  for (auto& one : all) one.settled = is_settled(state, one);
  std::ranges::stable_sort(all, {}, [](const Answered& one) { return one.request.asked; });
  return all;
}

bool is_the_doors(const reg::DoorBook& book, PupilId id, SchoolDay day) {
  const auto* pupil = book.pupil(id);
  return pupil != nullptr && !pupil->office_only && !pupil->see_office && !pupil->never_show &&
         !pupil->shown_name.empty() && pupil->on_roll(day);
}

/// What is open of one child; none where something was refused and nothing granted.
AskedChild open_of(const std::vector<Answered>& all, PupilId pupil) {
  AskedChild child;
  child.pupil = pupil;
  bool refused = false;
  const auto has = [](const Answered& one, reg::DoorReleaseState state) {
    return one.state == state;
  };
  for (const auto& one : all) {
    if (one.pupil != pupil) continue;
    child.granted = child.granted || (!one.settled && has(one, reg::DoorReleaseState::granted));
    refused = refused || has(one, reg::DoorReleaseState::refused);
  }
  if (refused && !child.granted) return child;
  for (const auto& one : all) {
    const bool open = child.granted ? has(one, reg::DoorReleaseState::granted) : !one.state;
    if (one.pupil == pupil && open && !one.settled) child.requests.push_back(one.request);
  }
  return child;
}

}  // namespace

AskedChildren asked_children(const State& state, const reg::DoorMoment& at) {
  AskedChildren found;
  const auto local = to_local(at.wall);
  if (!at.trusted || !local || !of_day(state.book->made, local->day)) return found;
  const auto all = all_of_day(state, local->day);
  for (const auto& one : all) {
    const auto same = std::ranges::find(found.children, one.pupil, &AskedChild::pupil);
    if (same != found.children.end()) continue;
    AskedChild child = open_of(all, one.pupil);
    if (child.requests.empty() || seen_today(state, one.pupil, at) == Seen::out) continue;
    if (is_the_doors(*state.book, one.pupil, local->day)) {
      found.children.push_back(std::move(child));
    } else {
      found.others = true;
    }
  }
  std::ranges::stable_sort(found.children, std::greater{}, &AskedChild::granted);
  return found;
}

std::vector<std::string> collectors_of(const AskedChild& child) {
  std::vector<std::string> keys;
  for (const auto& request : child.requests) {
    if (request.who.empty()) return {};
    if (std::ranges::find(keys, request.who) == keys.end()) keys.push_back(request.who);
  }
  return keys;
}

const OpenRequest* request_of(const AskedChild& child, const std::string& who) {
  for (const std::string& wanted : {who, std::string()}) {
    const auto newest =
        std::find_if(child.requests.rbegin(), child.requests.rend(),
                     [&](const OpenRequest& request) { return request.who == wanted; });
    if (newest != child.requests.rend()) return &*newest;
  }
  return nullptr;
}

}  // namespace handbell::kiosk
