// What browsers ask of the office, and who answers.
//
//   1. A host that is not ours is refused: no site on the internet can point a name of its own at
//   us.
//   2. /web/... and /healthz are for everybody; the gate's own pages are the gate's.
//   3. Everything else is a route. Whoever is not signed in goes to the gate first; whoever lacks
//   the
//      route's roles gets the same answer as if it were not there.
//   4. What changes something must come from our own page and carry the person's own token. It runs
//      on the writer's thread and is answered when it is durable.
//
// Whatever goes wrong in here is answered with a number that also stands in the log, and with
// nothing else.
#pragma once

#include "app/office/live_hub.h"
#include "app/office/settings/settings_parts.h"
#include "app/office/web/audit_log.h"
#include "app/office/web/gate.h"
#include "app/office/web/readers.h"
#include "app/office/web/route.h"
#include "app/office/web/web_files.h"
#include "app/office/web/writer.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace handbell::office {

/// What the site is made from. Everything outlives it.
struct SiteParts {
  Writer& writer;
  Readers& readers;
  TodayReader& today;
  LiveHub& hub;
  const WebFiles& files;
  Gate& gate;
  AuditLog& audit;
  std::function<Instant()> now;
  std::function<void(const std::string&)> log;  ///< one line for each thing that went wrong
  std::function<void()> changed;                ///< the register may be another; from any thread
  bool rehearsal = false;
  std::vector<std::string> names{};  ///< those of the certificate: it is reached under them too
  Routes more{};                     ///< of pages that need more than the register: accounts
  SettingsParts settings{};
};

/// Every page of the office: what a test of routes and roles walks.
[[nodiscard]] Routes office_routes(TodayReader& today, AuditLog& audit,
                                   const SettingsParts& settings = {});

/// The pages in the order in which they stand at the top, and what each is called; a person sees
/// those that have a route for one of the own roles.
[[nodiscard]] const std::vector<NavLink>& office_pages();
/// Those that the page Settings leads to.
[[nodiscard]] const std::vector<NavLink>& pages_under_settings();

class OfficeSite {
 public:
  explicit OfficeSite(SiteParts parts);

  void handle(const net::Request& request, const net::Reply& reply);
  [[nodiscard]] const Routes& routes() const { return routes_; }

 private:
  void pass(const net::Request& request, const net::Reply& reply);
  void admit(const net::Request& request, const net::Reply& reply, store::RegisterFile& held);
  void serve(const net::Request& request, const net::Reply& reply, const Admission& admission,
             store::RegisterFile& held);
  /// A request on its way through a handler.
  struct Visited {
    std::shared_ptr<const Visit> visit;
    std::string session;
    net::Reply reply;
  };
  /// What a handler said of what it wrote, before that is durable.
  struct Said {
    Result<Answer> answer = fail(FaultCode::program_failed, "The office");
    std::string thrown;
  };
  void run(const Route& route, const Visited& visited, store::Register& held);
  void take_down(const Visit& visit, const Answer& answer);
  void tell(const Route& route, const Visited& visited, const Answer& answer);
  void write(const Route& route, const Visited& visited);
  void tell_written(const Route& route, const Visited& visited, const Said& said,
                    const Status& status);
  [[nodiscard]] bool leave_shared(const Route& route, const Visited& visited);
  void live(const net::Request& request, const Admission& admission, const net::Reply& reply);
  void health(const net::Reply& reply);
  void refuse(const net::Reply& reply, int status, const std::string& words) const;
  void went_wrong(const net::Request& request, const net::Reply& reply, const std::string& what);
  void keep_done(const std::string& session, const std::string& done);
  [[nodiscard]] std::string take_done(const std::string& session);
  [[nodiscard]] PageFrame frame() const;
  [[nodiscard]] Result<std::shared_ptr<const Visit>> visit_of(const net::Request& request,
                                                              const Admission& admission,
                                                              store::RegisterFile& held);
  [[nodiscard]] WaitingRequests waiting_for(const std::vector<NavLink>& pages, bool writes) const;
  [[nodiscard]] std::vector<NavLink> pages_for(const Visitor& who,
                                               const std::vector<NavLink>& all) const;
  void set_apart_settings(Visit& visit) const;
  template <class Work>
  void guarded(const net::Request& request, const net::Reply& reply, Work&& work);

  SiteParts parts_;
  Routes routes_;
  std::mutex done_mutex_;
  std::map<std::string, std::string> done_;  ///< by session: what its next page says
  std::atomic<int> wrong_{0};
};

}  // namespace handbell::office
