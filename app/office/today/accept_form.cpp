#include "app/office/today/accept_form.h"

#include "app/base/text.h"
#include "app/net/message.h"

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

void add_token(AcceptForm& form, const std::string& token) {
  if (const auto seen = parse_token(token)) form.seen.push_back(*seen);
}

/// Those of `seen` that stand in the register exactly as they were seen.
std::vector<PupilId> unchanged(const std::vector<reg::RegisterLine>& lines,
                               const std::vector<SeenProposal>& seen) {
  std::vector<PupilId> pupils;
  for (const auto& line : lines) {
    if (line.state != reg::LineState::pending) continue;
    const auto now = parse_token(token_of(line));
    if (now && std::ranges::find(seen, *now) != seen.end()) pupils.push_back(now->pupil);
  }
  return pupils;
}

/// Those of `seen` who left and wait still as they were seen (D18).
Result<std::vector<PupilId>> left_unchanged(store::Register& held, SessionId session,
                                            const std::vector<SeenProposal>& seen, Instant at) {
  const auto lines = reg::afternoon_lines(held, session, at);
  if (!lines) return fail(lines.error());
  std::vector<PupilId> pupils;
  for (const auto& line : *lines) {
    const auto now = parse_token(token_of(line));
    if (now && std::ranges::find(seen, *now) != seen.end()) pupils.push_back(now->pupil);
  }
  return pupils;
}

}  // namespace

AcceptForm parse_accept(const net::Fields& fields) {
  AcceptForm form;
  if (const auto day = SchoolDay::parse(net::field(fields, "day"))) form.day = day->text();
  const std::string one = net::field(fields, "one");
  const bool all = !net::field(fields, "all").empty();
  if (!one.empty()) add_token(form, one);
  if (!one.empty() || !all) return form;
  for (const auto& [name, value] : fields) {
    if (name == "seen") add_token(form, value);
  }
  return form;
}

Result<AcceptCount> accept_seen(store::Register& held, const std::vector<SeenProposal>& seen,
                                const reg::Author& by, Instant at) {
  std::map<SessionId, std::vector<SeenProposal>> sessions;
  for (const auto& each : seen) sessions[each.session].push_back(each);
  AcceptCount count;
  for (const auto& [session, wanted] : sessions) {
    const auto lines = reg::lines_of(held, session);
    if (!lines) return fail(lines.error());
    auto pupils = unchanged(*lines, wanted);
    const auto left = left_unchanged(held, session, wanted, at);
    if (!left) return fail(left.error());
    pupils.insert(pupils.end(), left->begin(), left->end());
    count.left += static_cast<int>(wanted.size() - pupils.size());
    if (pupils.empty()) continue;
    const auto marks = held.accept(session, pupils, by, at);
    if (!marks) return fail(marks.error());
    count.accepted += static_cast<int>(marks->size());
  }
  return count;
}

}  // namespace handbell::office
