#include "app/journal/told_codec.h"

#include "app/journal/codec.h"

#include <type_traits>

namespace handbell::journal {

namespace {

using namespace reg;

constexpr std::uint8_t kToldVersion = 1;
constexpr std::size_t kLongestTold = 4096;

void put_children(Writer& w, const std::vector<PupilId>& children) {
  w.u32(static_cast<std::uint32_t>(children.size()));
  for (const PupilId child : children) w.i64(child.number());
}

PupilId get_child(Reader& r) {
  const auto number = r.i64();
  if (number < 1) r.fail();
  return PupilId(number);
}

std::vector<PupilId> get_children(Reader& r) {
  const auto count = r.u32();
  if (count > kMostChildren) r.fail();
  std::vector<PupilId> children;
  for (std::uint32_t i = 0; i < count && r.ok(); ++i) children.push_back(get_child(r));
  return children;
}

void put_by(Writer& w, const Author& by) { w.text(by.name()).text(by.position()); }

std::optional<Author> get_by(Reader& r) {
  const std::string name = r.text(kLongestTold);
  auto by = Author::from(name, r.text(kLongestTold));
  if (!by) r.fail();
  return by ? std::optional(std::move(*by)) : std::nullopt;
}

void put_instant(Writer& w, const std::optional<Instant>& at) {
  w.flag(at.has_value()).i64(at ? at->ms : 0);
}

std::optional<Instant> get_instant(Reader& r) {
  const bool known = r.flag();
  const Instant at{r.i64()};
  return known ? std::optional(at) : std::nullopt;
}

void put_name(Writer& w, const std::optional<NamePart>& name) {
  w.text(name ? name->text() : std::string());
}

std::optional<NamePart> get_name(Reader& r) {
  const std::string text = r.text(kLongestTold);
  if (text.empty()) return std::nullopt;
  auto name = NamePart::parse(text);
  if (!name) r.fail();
  return name ? std::optional(std::move(*name)) : std::nullopt;
}

Direction get_direction(Reader& r) { return r.flag() ? Direction::out : Direction::in; }

void put_told(Writer& w, const ClassSeen& seen) {
  const ClassDraft& what = seen.what();
  w.text(what.class_name).i64(what.at.ms);
  put_children(w, what.seen);
  put_children(w, what.not_seen);
  w.u32(static_cast<std::uint32_t>(what.headcount));
  put_by(w, what.by);
}

std::optional<PresenceEvent> get_seen(Reader& r) {
  std::string class_name = r.text(kLongestTold);
  const Instant at{r.i64()};
  auto seen = get_children(r);
  auto not_seen = get_children(r);
  const auto headcount = static_cast<int>(r.u32());
  auto by = get_by(r);
  if (!r.ok()) return std::nullopt;
  auto made = ClassSeen::from(
      {std::move(class_name), at, std::move(seen), std::move(not_seen), headcount, std::move(*by)});
  return made ? std::optional<PresenceEvent>(std::move(*made)) : std::nullopt;
}

void put_told(Writer& w, const GroupMovement& movement) {
  const MovementDraft& what = movement.what();
  w.u8(static_cast<std::uint8_t>(what.kind)).flag(what.direction == Direction::out);
  w.text(what.group).i64(what.at.ms);
  put_children(w, what.list);
  put_children(w, what.ticked);
  put_name(w, what.in_charge);
  put_instant(w, what.back_by);
  put_by(w, what.by);
}

std::optional<PresenceEvent> get_movement(Reader& r) {
  const auto kind = r.u8();
  if (kind > static_cast<std::uint8_t>(GroupKind::home_time)) r.fail();
  const Direction direction = get_direction(r);
  std::string group = r.text(kLongestTold);
  const Instant at{r.i64()};
  auto list = get_children(r);
  auto ticked = get_children(r);
  auto in_charge = get_name(r);
  const auto back_by = get_instant(r);
  auto by = get_by(r);
  if (!r.ok()) return std::nullopt;
  auto made = GroupMovement::from({static_cast<GroupKind>(kind), direction, std::move(group), at,
                                   std::move(list), std::move(ticked), std::move(in_charge),
                                   back_by, std::move(*by)});
  return made ? std::optional<PresenceEvent>(std::move(*made)) : std::nullopt;
}

void put_told(Writer& w, const SingleEntry& what) {
  w.i64(what.pupil.number()).flag(what.direction == Direction::out).i64(what.at.ms);
  put_name(w, what.handed_to);
  put_instant(w, what.back_by);
  w.text(what.reason);
  put_by(w, what.by);
}

std::optional<PresenceEvent> get_single(Reader& r) {
  const PupilId pupil = get_child(r);
  const Direction direction = get_direction(r);
  const Instant at{r.i64()};
  auto handed_to = get_name(r);
  const auto back_by = get_instant(r);
  std::string reason = r.text(kLongestTold);
  auto by = get_by(r);
  if (!r.ok()) return std::nullopt;
  return SingleEntry{pupil,         direction, at, std::move(handed_to), back_by, std::move(reason),
                     std::move(*by)};
}

void put_told(Writer& w, const TakenBack& what) {
  w.text(what.what.journal).u64(what.what.seq).i64(what.at.ms).text(what.reason);
  put_by(w, what.by);
}

std::optional<PresenceEvent> get_taken_back(Reader& r) {
  std::string journal = r.text(kLongestTold);
  const auto seq = r.u64();
  const Instant at{r.i64()};
  std::string reason = r.text(kLongestTold);
  auto by = get_by(r);
  if (!r.ok()) return std::nullopt;
  return TakenBack{{std::move(journal), seq}, at, std::move(reason), std::move(*by)};
}

std::optional<PresenceEvent> get_told(Reader& r, EntryKind kind) {
  switch (kind) {
    case EntryKind::class_seen:
      return get_seen(r);
    case EntryKind::group_moved:
      return get_movement(r);
    case EntryKind::one_child:
      return get_single(r);
    case EntryKind::taken_back:
      return get_taken_back(r);
    default:
      return std::nullopt;
  }
}

EntryKind kind_of(const PresenceEvent& event) {
  constexpr std::array kKinds{EntryKind::class_seen, EntryKind::group_moved, EntryKind::one_child,
                              EntryKind::taken_back};
  static_assert(std::variant_size_v<PresenceEvent> == kKinds.size());
  return kKinds.at(event.index());
}

}  // namespace

bool is_told(EntryKind kind) {
  return kind >= EntryKind::class_seen && kind <= EntryKind::taken_back;
}

std::vector<PupilId> children_of(const PresenceEvent& event) {
  if (const auto* seen = std::get_if<ClassSeen>(&event)) {
    auto children = seen->what().seen;
    children.insert(children.end(), seen->what().not_seen.begin(), seen->what().not_seen.end());
    return children;
  }
  if (const auto* moved = std::get_if<GroupMovement>(&event)) return moved->what().list;
  if (const auto* single = std::get_if<SingleEntry>(&event)) return {single->pupil};
  return {};
}

Instant happened(const PresenceEvent& event) {
  return std::visit(
      [](const auto& told) {
        if constexpr (requires { told.what().at; }) {
          return told.what().at;
        } else {
          return told.at;
        }
      },
      event);
}

Draft draft_of(const PresenceEvent& event, Instant at) {
  Writer w;
  w.u8(kToldVersion);
  std::visit([&](const auto& told) { put_told(w, told); }, event);
  const EntryKind kind = kind_of(event);
  const bool evidence = kind == EntryKind::class_seen;
  return {kind, evidence ? Retention::register_6_years : Retention::year_and_1, at, w.done()};
}

Result<PresenceEvent> told_of(const Entry& entry) {
  Reader r(entry.payload);
  const bool whole = entry.salt && r.u8() == kToldVersion;
  auto event = whole ? get_told(r, entry.kind) : std::nullopt;
  if (!event || !r.at_end()) return fail(FaultCode::entry_garbled, std::to_string(entry.seq));
  return std::move(*event);
}

}  // namespace handbell::journal
