// What all pages of signing in share: accounts, sessions, the school's people, who waits how long.
#pragma once

#include "app/base/clock.h"
#include "app/net/message.h"
#include "app/office/access/cookies.h"
#include "app/office/access/password_workers.h"
#include "app/office/access/sessions.h"
#include "app/office/access/steps.h"
#include "app/office/access/throttle.h"
#include "app/office/page/page_layout.h"
#include "app/office/web/audit_log.h"
#include "app/store/register.h"

#include <functional>
#include <memory>

namespace handbell::office {

/// The school as the register has it now.
struct People {
  std::shared_ptr<const reg::Staff> staff;
  std::string school;
  std::vector<std::string> classes;  ///< by name
  Instant now;                       ///< of the site: in a rehearsal its own
  SchoolDay today;
};

/// Everything outlives what is made of it; all may be asked from any thread.
struct AccessParts {
  store::Accounts& accounts;
  Sessions& sessions;
  PasswordWorkers& workers;
  Random& random;
  /// The machine's own clock, in a rehearsal too: a phone knows no other.
  std::function<Moment()> clock;
  std::function<Result<People>()> people;
  /// Puts the first person on the staff list; may wait for the register's writer.
  std::function<Status(const reg::StaffMember&)> put_staff;
  std::function<PageFrame()> frame;
  std::function<void(const std::string&)> log;
  AuditLog* audit = nullptr;  ///< who came in is noted there
};

class Access {
 public:
  explicit Access(AccessParts with) : parts(std::move(with)) {}

  [[nodiscard]] Instant now() const { return parts.clock().wall; }
  /// Of the school's day: in a rehearsal the site's own.
  [[nodiscard]] Instant site_now() const {
    const auto people = parts.people();
    return people ? people->now : now();
  }
  /// The classroom device that the browser is, where its cookie is one's.
  [[nodiscard]] std::optional<store::Device> device_of(const net::Request& request);
  /// The session's cookie goes with the answer.
  [[nodiscard]] Status begin_session(net::Response& response, store::SessionRow row);
  /// False until somebody has a password.
  [[nodiscard]] bool is_set_up();

  AccessParts parts;
  Throttle throttle;
  Steps steps;
  /// Whoever has to wait anyhow waits so long for that answer: then thousands of tries a second are
  /// no work of ours.
  std::chrono::milliseconds late{250};

 private:
  std::mutex mutex_;
  std::vector<store::Device> devices_;
  std::optional<std::uint64_t> known_devices_;
  std::atomic<bool> set_up_ = false;
};

/// A page before anybody is signed in.
[[nodiscard]] PageFrame frame_for(const Access& access, const std::string& title,
                                  const FormErrors& errors = {});
[[nodiscard]] net::Response shown(const PageFrame& frame, const Html& main);
/// The same with another status: 429 where somebody has to wait.
[[nodiscard]] net::Response shown(const PageFrame& frame, const Html& main, int status);
[[nodiscard]] net::Response gone_to(const std::string& place);
[[nodiscard]] net::Response failed(const Access& access, const Fault& fault);
/// Before signing in a form has no token: that it comes from our own page is the browser's word.
[[nodiscard]] Html open_form(std::string_view action, const Html& inside);
/// What was typed into a form, without blanks at the ends.
[[nodiscard]] std::string typed_in(const net::Fields& form, std::string_view name);

}  // namespace handbell::office
