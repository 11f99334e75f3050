// R Patel, Office, signed in before the office starts: her account and her session stand in
// accounts.db, as if she had signed in a moment ago.
#pragma once

#include "app/store/account_invitation.h"
#include "app/store/secret_code.h"
#include "app/store/site_clock.h"

#include <gtest/gtest.h>

#include <string>

namespace handbell::testing_support {

inline constexpr const char* kPatelsCookie = "__Host-handbell=of-R-Patel-for-tests";
/// A command of handbell: she is on the staff list.
inline constexpr const char* kAddPatel =
    "staff add RP --name 'R Patel' --position Office --role office";

/// Somebody of the staff list; `cookie` as the browser sends it.
inline void sign_in_before(const std::string& site, const std::string& staff,
                           const std::string& cookie) {
  auto accounts = store::Accounts::open(store::accounts_path(site + "/office"));
  ASSERT_TRUE(accounts) << sentence(accounts.error());
  store::Account account;
  account.staff = staff;
  account.password = "nobody knows it";
  ASSERT_TRUE((*accounts)->activate(account, {}));
  const auto now = store::SiteClock().now().wall;
  ASSERT_TRUE((*accounts)->put_session(
      {store::hash_of(cookie.substr(cookie.find('=') + 1)), staff, "", 0, true, now, now}));
}

inline void sign_patel_in(const std::string& site) { sign_in_before(site, "RP", kPatelsCookie); }

}  // namespace handbell::testing_support
