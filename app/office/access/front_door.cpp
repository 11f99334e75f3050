#include "app/office/access/front_door.h"

#include "app/office/access/access_routes.h"
#include "app/store/account_invitation.h"
#include "app/store/site_clock.h"

namespace handbell::office {

Result<std::unique_ptr<FrontDoor>> FrontDoor::open(const FrontDoorParts& parts, Random& random) {
  auto accounts = store::Accounts::open(store::accounts_path(parts.folder));
  if (!accounts) return fail(accounts.error());
  auto people = PeopleReader::open(parts.register_path, random, parts.now);
  if (!people) return fail(people.error());
  std::unique_ptr<FrontDoor> door(new FrontDoor(std::move(*accounts), std::move(*people), random));
  auto sessions = Sessions::open(*door->accounts_);
  if (!sessions) return fail(sessions.error());
  door->sessions_ = std::move(*sessions);
  auto* reader = door->people_.get();
  door->access_ = std::make_unique<Access>(
      AccessParts{*door->accounts_, *door->sessions_, door->workers_, random,
                  [] { return store::SiteClock().now(); }, [reader] { return reader->people(); },
                  parts.put_staff, parts.frame, parts.log, parts.audit});
  door->gate_ = std::make_unique<AccessGate>(*door->access_);
  return door;
}

Routes FrontDoor::access_routes_of(Access& access) { return access_routes(access); }

Result<std::optional<std::string>> FrontDoor::first_run_code() {
  if (access_->is_set_up()) return std::optional<std::string>();
  auto code = store::invite_by_code(*accounts_, "", random_, access_->now());
  if (!code) return fail(code.error());
  return std::optional(*code);
}

}  // namespace handbell::office
