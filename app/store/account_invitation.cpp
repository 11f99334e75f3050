#include "app/store/account_invitation.h"

#include "app/store/secret_code.h"

namespace handbell::store {

std::string accounts_path(const std::string& office_folder) {
  return office_folder + "/accounts.db";
}

Result<std::string> invite_by_code(Accounts& accounts, const std::string& staff, Random& random,
                                   Instant now) {
  constexpr int kGroups = 3;
  constexpr Millis kCounts = hours(7L * 24);
  std::string code = new_code(random, kGroups);
  if (Status done = accounts.invite({staff, hash_of_code(code), now + kCounts}); !done) {
    return fail(done.error());
  }
  return code;
}

}  // namespace handbell::store
