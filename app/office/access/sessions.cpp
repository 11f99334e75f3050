#include "app/office/access/sessions.h"

#include "app/store/secret_code.h"

#include <algorithm>

namespace handbell::office {
namespace {

constexpr Millis kBetweenFlushes = minutes(1);

}  // namespace

bool is_over(const store::SessionRow& row, Instant now) {
  // A clock that was put back ends it too, rather than let it run for ever.
  return now - row.seen >= Sessions::kIdle || now - row.begun >= Sessions::kLongest ||
         row.begun - now > minutes(1);
}

std::string form_token_of(const std::string& cookie) {
  constexpr std::size_t kFigures = 32;
  return store::hash_of("form " + cookie).substr(0, kFigures);
}

Result<std::unique_ptr<Sessions>> Sessions::open(store::Accounts& accounts) {
  std::unique_ptr<Sessions> made(new Sessions(accounts));
  if (Status loaded = made->load(); !loaded) return fail(loaded.error());
  return made;
}

/// Those in memory know better when they were seen.
Status Sessions::load() {
  known_ended_ = accounts_.sessions_ended();
  const auto rows = accounts_.sessions();
  if (!rows) return fail(rows.error());
  std::map<std::string, store::SessionRow> fresh;
  for (auto row : *rows) {
    const auto held = rows_.find(row.hash);
    if (held != rows_.end()) row.seen = std::max(row.seen, held->second.seen);
    fresh.emplace(row.hash, row);
  }
  rows_ = std::move(fresh);
  return {};
}

/// Where nobody can say which ones ended, all have.
void Sessions::follow() {
  if (known_ended_ == accounts_.sessions_ended()) return;
  if (!load()) rows_.clear();
}

Result<std::string> Sessions::begin(store::SessionRow row, Random& random, Instant now) {
  std::string cookie = store::new_secret(random);
  row.hash = store::hash_of(cookie);
  row.begun = now;
  row.seen = now;
  if (Status put = accounts_.put_session(row); !put) return fail(put.error());
  const std::lock_guard lock(mutex_);
  rows_.insert_or_assign(row.hash, row);
  return cookie;
}

/// Under the lock; null where it is over.
store::SessionRow* Sessions::standing(const std::string& cookie, Instant now) {
  if (cookie.empty()) return nullptr;
  follow();
  const auto found = rows_.find(store::hash_of(cookie));
  if (found == rows_.end()) return nullptr;
  if (!is_over(found->second, now)) return &found->second;
  rows_.erase(found);
  return nullptr;
}

std::optional<store::SessionRow> Sessions::find(const std::string& cookie, Instant now) {
  const std::lock_guard lock(mutex_);
  auto* row = standing(cookie, now);
  if (row == nullptr) return std::nullopt;
  row->seen = std::max(row->seen, now);
  return *row;
}

std::optional<store::SessionRow> Sessions::look(const std::string& cookie, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto* row = standing(cookie, now);
  return row == nullptr ? std::nullopt : std::optional(*row);
}

Status Sessions::end(const std::string& cookie) {
  const std::string hash = store::hash_of(cookie);
  const std::lock_guard lock(mutex_);
  rows_.erase(hash);
  return accounts_.drop_session(hash);
}

std::vector<store::SessionRow> Sessions::of(const std::string& staff, Instant now) {
  const std::lock_guard lock(mutex_);
  follow();
  std::vector<store::SessionRow> found;
  for (const auto& [hash, row] : rows_) {
    if (row.staff == staff && !is_over(row, now)) found.push_back(row);
  }
  std::ranges::sort(found, {}, &store::SessionRow::begun);
  return found;
}

void Sessions::flush() {
  std::vector<store::SessionRow> rows;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [hash, row] : rows_) rows.push_back(row);
  }
  (void)accounts_.seen(rows);  // the next minute tries again
}

bool Sessions::wants_flush(Instant now) {
  const std::lock_guard lock(mutex_);
  if (now - flushed_ < kBetweenFlushes) return false;
  flushed_ = now;
  return true;
}

}  // namespace handbell::office
