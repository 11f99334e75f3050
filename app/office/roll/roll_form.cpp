#include "app/office/roll/roll_form.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace handbell::office {
namespace {

using reg::RollSaid;
using reg::RollTick;

constexpr const char* kNoneRuns =
    "No roll call runs: begin one. Your ticks stand below and were not kept yet.";

/// As it stands beside a name that two people say differently of.
std::string device_of(const Visit& visit) {
  const std::string agent = visit.request.header("user-agent");
  for (const char* known : {"iPhone", "iPad", "Android"}) {
    if (agent.find(known) != std::string::npos) return known;
  }
  return agent.empty() ? "" : "computer";
}

/// What has no id of a phone's: made of the moment and the child, never 0.
std::uint64_t made_id(Instant at, PupilId pupil) {
  std::uint64_t x = static_cast<std::uint64_t>(at.ms) * 0x9E37'79B9'7F4A'7C15U;
  x ^= static_cast<std::uint64_t>(pupil.number()) * 0xBF58'476D'1CE4'E5B9U;
  x ^= x >> 31U;
  return x == 0 ? 1 : x;
}

Status write_ticks(const Visit& visit, store::Register& held, std::uint64_t call,
                   const std::vector<RollTick>& ticks) {
  std::vector<reg::DayNote> notes;
  reg::RollTicks batch{call, {}, device_of(visit), visit.who.author};
  std::size_t names = 0;
  const auto full = [&](const RollTick& tick) {
    const std::size_t more = tick.with ? tick.with->text().size() : 0;
    names += more;
    if (batch.ticks.size() < reg::RollTicks::kMost && names <= reg::RollTicks::kMostNames) {
      return false;
    }
    names = more;
    return true;
  };
  for (const auto& tick : ticks) {
    if (full(tick)) {
      notes.emplace_back(batch);
      batch.ticks.clear();
    }
    batch.ticks.push_back(tick);
  }
  if (!batch.ticks.empty()) notes.emplace_back(batch);
  if (notes.empty()) return {};
  const auto written = held.write(notes, visit.now);
  return written ? Status() : Status(fail(written.error()));
}

/// One class, as a form without scripts has it.
class ClassTicker {
 public:
  ClassTicker(const Visit& visit, const RollFacts& facts) : visit_(visit), facts_(facts) {}

  RollOutcome read() {
    out_.typed.class_name = net::field(visit_.form, "class");
    for (const auto& part : split(visit_.typed("was"), ',')) {
      if (const auto number = whole_number(part)) was_.insert(PupilId(*number));
    }
    for (const auto& [name, value] : visit_.form) {
      const auto number = name == "here" ? whole_number(value) : std::nullopt;
      if (number) out_.typed.here.insert(PupilId(*number));
    }
    for (const auto& roll : facts_.classes) {
      if (roll.class_name != out_.typed.class_name) continue;
      for (const auto* list : {&roll.in, &roll.elsewhere, &roll.out}) read_list(*list);
    }
    return out_;
  }
  [[nodiscard]] const std::vector<RollTick>& ticks() const { return ticks_; }

 private:
  void read_list(const std::vector<reg::ChildAt>& list) {
    for (const auto& child : list) read_child(child.pupil);
  }

  void read_child(PupilId pupil) {
    const std::string field = "with-" + std::to_string(pupil.number());
    const std::string with = visit_.typed(field);
    if (!with.empty()) out_.typed.with.emplace(pupil, with);
    const auto found = facts_.seen.find(pupil);
    const RollTick* stands = found == facts_.seen.end() ? nullptr : &found->second.decides.tick;
    const bool safe = stands != nullptr && reg::is_safe(stands->said);
    const bool box = out_.typed.here.contains(pupil);
    const std::string known = stands != nullptr && stands->with ? stands->with->text() : "";
    if (!with.empty() && with != known) return add_with(pupil, field, with);
    if (box && !was_.contains(pupil) && !safe) add(pupil, RollSaid::here, {});
    if (!box && was_.contains(pupil) && safe) add(pupil, RollSaid::not_here, {});
  }

  void add_with(PupilId pupil, const std::string& field, const std::string& with) {
    const auto adult = NamePart::parse(with);
    if (!adult) {
      out_.errors.add(field,
                      fmt::format("Name the adult in at most {} characters.", NamePart::kLongest));
      return;
    }
    add(pupil, RollSaid::with_adult, *adult);
  }

  void add(PupilId pupil, RollSaid said, std::optional<NamePart> with) {
    ticks_.push_back({made_id(visit_.now, pupil), pupil, said, visit_.now, std::move(with)});
  }

  const Visit& visit_;
  const RollFacts& facts_;
  RollOutcome out_;
  std::set<PupilId> was_;
  std::vector<RollTick> ticks_;
};

template <class Number>
std::optional<Number> number_in(std::string_view text, int base = 10) {
  Number number{};
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number, base);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

constexpr Millis kOldestTick = hours(48);

/// The moment that lies `age` back. Nothing where that is no age.
std::optional<Instant> moment_ago(const Visit& visit, std::string_view age) {
  const auto ms = number_in<std::int64_t>(age);
  if (!ms || *ms < 0 || *ms > kOldestTick.count) return std::nullopt;
  return visit.now - Millis{*ms};
}

std::optional<RollSaid> said_in(std::string_view word) {
  if (word == "here") return RollSaid::here;
  if (word == "not-here") return RollSaid::not_here;
  if (word == "with") return RollSaid::with_adult;
  return std::nullopt;
}

/// "9F02....12.here.1500." or "9F02....12.with.1500.Mrs Hill": id, child, what, age, adult.
std::optional<RollTick> parse_tick(const Visit& visit, const reg::School& school,
                                   std::string_view text) {
  std::vector<std::string> parts = split(text, '.');
  if (parts.size() < 5) return std::nullopt;
  std::string with = parts[4];
  for (std::size_t i = 5; i < parts.size(); ++i) with += "." + parts[i];
  const auto id = number_in<std::uint64_t>(parts[0], 16);
  const auto pupil = number_in<std::int64_t>(parts[1]);
  const auto said = said_in(parts[2]);
  const auto at = moment_ago(visit, parts[3]);
  if (!id || *id == 0 || !pupil || !said || !at) return std::nullopt;
  if (school.pupil(PupilId(*pupil)) == nullptr) return std::nullopt;
  RollTick tick{*id, PupilId(*pupil), *said, *at, {}};
  if (*said != RollSaid::with_adult) return with.empty() ? std::optional(tick) : std::nullopt;
  const auto adult = NamePart::parse(with);
  if (!adult) return std::nullopt;
  tick.with = *adult;
  return tick;
}

/// The roll call that a phone's ticks belong to. 0: none.
std::uint64_t call_for(const Visit& visit, const RollFacts& facts) {
  const auto asked = number_in<std::uint64_t>(visit.typed("call")).value_or(0);
  const auto known = [&](const auto& call) { return call.entry == asked; };
  if (asked != 0 && std::ranges::any_of(facts.calls, known)) return asked;
  return facts.now ? facts.now->entry : 0;
}

const reg::HeldRollCall* call_in(const RollFacts& facts, std::uint64_t entry) {
  const auto found = std::ranges::find(facts.calls, entry, &reg::HeldRollCall::entry);
  return found == facts.calls.end() ? nullptr : &*found;
}

/// What the office does not have yet, on the day of its roll call.
std::vector<RollTick> fresh_ticks(const RollFacts& facts, std::uint64_t entry,
                                  const std::vector<RollTick>& ticks) {
  const auto* call = call_in(facts, entry);
  std::set<std::uint64_t> known;
  std::vector<RollTick> fresh;
  if (call != nullptr) {
    for (const auto& given : call->ticks) known.insert(given.tick.id);
  }
  for (auto tick : ticks) {
    if (!known.insert(tick.id).second) continue;
    const auto day = call == nullptr ? to_local(tick.at) : to_local(call->begun.at);
    if (day) tick.at = std::max(tick.at, from_local(day->day, {}));
    fresh.push_back(tick);
  }
  return fresh;
}

std::string ticks_words(std::size_t count) {
  return count == 1 ? "1 tick was kept." : fmt::format("{} ticks were kept.", count);
}

Status doors_say(const Visit& visit, store::Register& held, const RollFacts& facts, bool on) {
  if (facts.school->evacuating() == on) return {};
  return held.put_evacuation({on, visit.now, visit.who.author});
}

}  // namespace

Result<RollOutcome> begin_roll(const Visit& visit, store::Register& held, const RollFacts& facts,
                               reg::RollKind kind, Instant at) {
  if (facts.now) {
    return RollOutcome{
        fmt::format("A roll call runs already, since {}.", local_hh_mm(facts.now->begun.at))};
  }
  const auto written = held.write({reg::RollStep{kind, 0, at, visit.who.author}}, visit.now);
  if (!written) return fail(written.error());
  if (kind == reg::RollKind::real) {
    if (const Status said = doors_say(visit, held, facts, true); !said) return fail(said.error());
    return RollOutcome{"The roll call has begun. The doors say \"Leave the building\"."};
  }
  return RollOutcome{"The drill has begun."};
}

Result<RollOutcome> end_roll(const Visit& visit, store::Register& held, const RollFacts& facts) {
  RollOutcome out;
  const auto asked = number_in<std::uint64_t>(visit.typed("call")).value_or(0);
  if (!facts.now || facts.now->entry != asked) {
    out.done = "This roll call had ended already: nothing was changed.";
    return out;
  }
  const auto missing = missing_of(facts.classes, facts.seen).size();
  const auto known = number_in<std::size_t>(visit.typed("missing")).value_or(0);
  if (missing > known) {
    out.errors.add("end", fmt::format("{} {} not seen by now. Look again, then end it.", missing,
                                      missing == 1 ? "child is" : "children are"));
    return out;
  }
  const auto kind = facts.now->begun.kind;
  const auto written =
      held.write({reg::RollStep{kind, asked, visit.now, visit.who.author}}, visit.now);
  if (!written) return fail(written.error());
  out.done = kind == reg::RollKind::real ? "The roll call has ended." : "The drill has ended.";
  if (kind != reg::RollKind::real || !facts.school->evacuating()) return out;
  if (const Status said = doors_say(visit, held, facts, false); !said) return fail(said.error());
  out.done += " The doors are as before.";
  return out;
}

Result<RollOutcome> tick_class(const Visit& visit, store::Register& held, const RollFacts& facts) {
  ClassTicker ticker(visit, facts);
  RollOutcome out = ticker.read();
  const auto asked = number_in<std::uint64_t>(visit.typed("call")).value_or(0);
  if (!facts.now) out.errors.add("roll-begins", kNoneRuns);
  if (facts.now && asked != 0 && asked != facts.now->entry) {
    out.errors.add("roll-classes", "This page was of an earlier roll call. Look, then tick again.");
  }
  if (!out.errors.empty()) return out;
  const Status written = write_ticks(visit, held, facts.now->entry, ticker.ticks());
  if (!written) return fail(written.error());
  out.done = ticker.ticks().empty() ? "Nothing had changed." : ticks_words(ticker.ticks().size());
  return out;
}

Result<RollOutcome> take_ticks(const Visit& visit, store::Register& held, const RollFacts& facts) {
  RollOutcome out;
  std::vector<RollTick> ticks;
  for (const auto& [name, value] : visit.form) {
    if (name != "tick") continue;
    const auto tick = parse_tick(visit, *facts.school, value);
    if (tick) ticks.push_back(*tick);
    if (!tick) out.errors.add("roll-classes", "A tick could not be read: nothing was kept.");
  }
  if (!out.errors.empty()) return out;
  std::uint64_t call = call_for(visit, facts);
  const std::string begin = visit.typed("begin");
  const auto at = moment_ago(visit, visit.typed("begin-age"));
  if (call == 0 && !begin.empty() && at && from_local(visit.today, {}) <= *at) {
    const auto kind = begin == "real" ? reg::RollKind::real : reg::RollKind::drill;
    const auto written = held.write({reg::RollStep{kind, 0, *at, visit.who.author}}, visit.now);
    if (!written) return fail(written.error());
    call = written->front();
    const Status said =
        kind == reg::RollKind::real ? doors_say(visit, held, facts, true) : Status();
    if (!said) return fail(said.error());
  }
  if (call == 0) {
    out.errors.add("roll-begins", kNoneRuns);
    return out;
  }
  const Status written = write_ticks(visit, held, call, fresh_ticks(facts, call, ticks));
  return written ? Result<RollOutcome>(out) : fail(written.error());
}

}  // namespace handbell::office
