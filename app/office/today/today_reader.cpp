#include "app/office/today/today_reader.h"

#include "app/base/school_time.h"
#include "app/journal/door_book_codec.h"
#include "app/journal/event_codec.h"

namespace handbell::office {
namespace {

TodayShown shown(TodayView view) {
  auto parts = today_parts(view);
  // Whoever has no link to the requests has no place for their number either.
  std::string fragment = (today_fragment(parts) + waiting_badge(view.requests)).markup();
  return {std::move(view), std::move(parts), std::move(fragment)};
}

bool same_to_all(const TodayPage& a, const TodayPage& b) {
  const auto same = [&](TodayFor reader) {
    return a.shown_to(reader).fragment == b.shown_to(reader).fragment;
  };
  return same(TodayFor::office) && same(TodayFor::onlookers) && same(TodayFor::outsiders) &&
         a.view.day == b.view.day && a.view.legal_register == b.view.legal_register;
}

}  // namespace

TodayView view_for(TodayFor reader, TodayView view) {
  view.may_act = reader == TodayFor::office;
  return reader == TodayFor::outsiders ? without_reasons(std::move(view)) : view;
}

Result<std::unique_ptr<TodayReader>> TodayReader::open(const std::string& register_path,
                                                       Random& random, Clock& clock,
                                                       bool rehearsal) {
  auto file = store::RegisterFile::open_for_pages(register_path, random);
  if (!file) return fail(file.error());
  const auto key = (*file)->card_key();
  if (!key) return fail(key.error());
  std::unique_ptr<TodayReader> reader(new TodayReader(std::move(*file), clock, rehearsal));
  reader->card_key_ = *key;
  return reader;
}

Result<TodayView> TodayReader::read(SchoolDay day, Instant now) {
  auto school = file_->school();
  if (!school) return fail(school.error());
  auto of_day = day_facts(*file_, day);
  if (!of_day) return fail(of_day.error());
  auto kiosks = file_->kiosks();
  if (!kiosks) return fail(kiosks.error());
  auto staff = file_->staff();
  if (!staff) return fail(staff.error());
  const auto settings = file_->settings();
  if (!settings) return fail(settings.error());
  TodayFacts facts{std::move(*school),
                   std::move(*of_day),
                   std::nullopt,
                   std::move(*kiosks),
                   std::move(staff->members),
                   now,
                   rehearsal_,
                   reg::legal_register(*settings, day)};
  const auto local = to_local(now);
  const auto before = school_day_before(facts.school, day);
  if (before && local && local->day == day) {
    auto earlier = day_facts(*file_, *before);
    if (!earlier) return fail(earlier.error());
    facts.before = std::move(*earlier);
  }
  return today_view(facts, [this](const CardNumber& uid) {
    return journal::hash_of_card(uid.bytes(), card_key_);
  });
}

Result<std::shared_ptr<const TodayPage>> TodayReader::today() {
  constexpr std::int64_t kMinute = 60'000;
  const std::lock_guard lock(mutex_);
  const Instant now = clock_.now().wall;
  const auto local = to_local(now);
  if (!local) return fail(local.error());
  // Before the reading: what is written meanwhile is read again, never missed.
  const auto change = file_->change_number();
  if (!change) return fail(change.error());
  if (last_ && *change == change_ && now.ms / kMinute == minute_) return last_;
  auto view = read(local->day, now);
  if (!view) return fail(view.error());
  TodayPage page{shown(view_for(TodayFor::office, *view)),
                 shown(view_for(TodayFor::onlookers, *view)),
                 shown(view_for(TodayFor::outsiders, std::move(*view))), 1};
  ++readings_;
  change_ = *change;
  minute_ = now.ms / kMinute;
  if (last_ && same_to_all(*last_, page)) return last_;
  if (last_) page.reading = last_->reading + 1;
  last_ = std::make_shared<const TodayPage>(std::move(page));
  const std::lock_guard known(known_mutex_);
  known_ = last_;
  return last_;
}

std::shared_ptr<const TodayPage> TodayReader::known() const {
  const std::lock_guard lock(known_mutex_);
  return known_;
}

Result<TodayView> TodayReader::day(SchoolDay day) {
  const std::lock_guard lock(mutex_);
  return read(day, clock_.now().wall);
}

}  // namespace handbell::office
