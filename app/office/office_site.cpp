#include "app/office/office_site.h"

#include "app/base/school_time.h"
#include "app/net/multipart.h"
#include "app/office/absence/absence_routes.h"
#include "app/office/attendance/attendance_routes.h"
#include "app/office/audit/audit_routes.h"
#include "app/office/calls/calls_routes.h"
#include "app/office/cards/cards_routes.h"
#include "app/office/cards/release_card_routes.h"
#include "app/office/cases/case_routes.h"
#include "app/office/concerns/concern_routes.h"
#include "app/office/figures/figures_routes.h"
#include "app/office/letters/letters_routes.h"
#include "app/office/letters/wording_routes.h"
#include "app/office/out/out_routes.h"
#include "app/office/presence/presence_routes.h"
#include "app/office/pupils/contact_form.h"
#include "app/office/pupils/copy.h"
#include "app/office/pupils/edit.h"
#include "app/office/pupils/groups.h"
#include "app/office/pupils/pupil_routes.h"
#include "app/office/reconcile/reconcile_routes.h"
#include "app/office/reports/reports_routes.h"
#include "app/office/roll/roll_routes.h"
#include "app/office/settings/settings_routes.h"
#include "app/office/take/take_routes.h"
#include "app/office/today/today_routes.h"
#include "app/office/web/browser_guard.h"
#include "app/store/site_clock.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

constexpr const char* kAccount = "/account";
constexpr const char* kPlain = "text/plain; charset=utf-8";
constexpr std::size_t kMostSentences = 1000;  // left for pages that nobody may open any more

void send(const net::Reply& reply, net::Response response) {
  guard(response);
  reply.send(std::move(response));
}

void add(Routes& all, Routes more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// GET "/": the first page that this person may open.
Answer first_page(const Visit& visit) {
  if (!visit.frame.pages.empty()) return go_to(visit.frame.pages.front().address);
  return told(visit, 200, "Nothing to do here",
              "Your roles have no page in Handbell. Ask the headteacher.");
}

}  // namespace

const std::vector<NavLink>& office_pages() {
  static const std::vector<NavLink> kPages{
      {"/today", "Today"},           {"/register", "Register"},         {"/reconcile", "Reconcile"},
      {"/calls", "Calls"},           {"/absence", "Absence and leave"}, {"/out", "Out of school"},
      {"/presence", "Presence"},     {"/roll-call", "Roll call"},       {"/pupils", "Pupils"},
      {"/attendance", "Attendance"}, {"/concerns", "Concerns"},         {"/letters", "Letters"},
      {"/figures", "Figures"},       {"/reports", "Reports"},           {"/settings", "Settings"}};
  return kPages;
}

const std::vector<NavLink>& pages_under_settings() {
  static const std::vector<NavLink> kPages{{"/cards", "Cards"},
                                           {"/users", "Users"},
                                           {"/devices", "Classroom devices"},
                                           {"/audit", "Who read what"}};
  return kPages;
}

Routes office_routes(TodayReader& today, AuditLog& audit, const SettingsParts& settings) {
  Routes all;
  all.push_back(
      {"GET", "/", every_role(), Runs::reading,
       [](const Visit& visit, store::Register&) -> Result<Answer> { return first_page(visit); }});
  add(all, today_routes(today));
  add(all, reconcile_routes());
  add(all, take_routes());
  add(all, out_routes());
  add(all, presence_routes());
  add(all, calls_routes());
  add(all, roll_routes());
  add(all, absence_routes());
  add(all, case_routes());
  add(all, attendance_routes());
  add(all, pupil_routes());
  add(all, concern_routes());
  add(all, letters_routes(std::make_shared<LetterBatches>(store::steady_now)));
  add(all, wording_routes());
  add(all, figures_routes());
  add(all, reports_routes());
  add(all, audit_routes(audit));
  add(all, cards_routes(settings.desk));
  add(all, release_card_routes({settings.desk, settings.enroller}));
  add(all, pupil_edit_routes());
  add(all, contact_routes());
  add(all, pupil_group_routes());
  add(all, pupil_copy_routes());
  add(all, settings_routes(settings));
  return all;
}

OfficeSite::OfficeSite(SiteParts parts)
    : parts_(std::move(parts)),
      routes_(office_routes(parts_.today, parts_.audit, parts_.settings)) {
  add(routes_, parts_.more);
}

template <class Work>
void OfficeSite::guarded(const net::Request& request, const net::Reply& reply, Work&& work) {
  try {
    work();
  } catch (const std::exception& error) {
    went_wrong(request, reply, error.what());
  }
}

void OfficeSite::handle(const net::Request& request, const net::Reply& reply) {
  guarded(request, reply, [&] { pass(request, reply); });
}

void OfficeSite::pass(const net::Request& request, const net::Reply& reply) {
  const std::string host = request.header("host");
  if (!is_local_host(host) && !is_named_host(host, parts_.names)) {
    return refuse(reply, 421, "Use the address that handbell-office printed when it started.");
  }
  const bool get = request.method == "GET";
  if (!get && request.method != "POST") return refuse(reply, 405, "This is not done here.");
  if (!get && !is_from_our_page(request)) {
    return refuse(reply, 403, "This did not come from our page: go back, load it anew.");
  }
  if (get && request.path == "/healthz") return health(reply);
  if (get && request.path.starts_with("/web/")) return reply.send(parts_.files.answer(request));
  if (parts_.gate.answers(request, reply)) return;
  const bool left = parts_.readers.leave([this, request, reply](store::RegisterFile& held) {
    guarded(request, reply, [&] { admit(request, reply, held); });
  });
  if (!left) refuse(reply, 503, "The office is busy: nothing was done. Try again in a moment.");
}

void OfficeSite::admit(const net::Request& request, const net::Reply& reply,
                       store::RegisterFile& held) {
  const auto staff = held.shared_staff();
  if (!staff) return went_wrong(request, reply, sentence(staff.error()));
  const auto admission = parts_.gate.admit(request, **staff, parts_.now());
  if (request.path == "/today/live") return live(request, admission, reply);
  if (request.path == "/live" && admission.visitor) {
    return parts_.hub.add_page(reply,
                               [this, request] { return parts_.gate.is_signed_in(request); });
  }
  if (!admission.visitor) {
    return send(reply, {303, kPlain, "", {{"Location", admission.first}}});
  }
  serve(request, reply, admission, held);
}

void OfficeSite::live(const net::Request& request, const Admission& admission,
                      const net::Reply& reply) {
  const Route* page = find_route(routes_, "GET", "/today");
  if (!admission.visitor || !admission.visitor->has_one_of(page->roles)) {
    return send(reply, {403, kPlain, "Sign in again.\n", {}});
  }
  parts_.hub.add(
      reply, [this, request] { return parts_.gate.is_signed_in(request); },
      today_for(*admission.visitor));
}

void OfficeSite::serve(const net::Request& request, const net::Reply& reply,
                       const Admission& admission, store::RegisterFile& held) {
  const auto visit = visit_of(request, admission, held);
  if (!visit) return went_wrong(request, reply, sentence(visit.error()));
  const Route* route = find_route(routes_, request.method, request.path);
  if (route == nullptr || !admission.visitor->has_one_of(route->roles)) {
    return send(reply, not_found(**visit).response);
  }
  if (request.method == "POST" && net::field((*visit)->form, "token") != (*visit)->who.form_token) {
    return send(reply, told(**visit, 403, "Not done",
                            "This page was from an earlier sign-in: nothing was changed. Open it "
                            "again and do it once more.")
                           .response);
  }
  const Visited visited{*visit, admission.session, reply};
  if (route->runs != Runs::reading) return write(*route, visited);
  run(*route, visited, held);
}

Result<std::shared_ptr<const Visit>> OfficeSite::visit_of(const net::Request& request,
                                                          const Admission& admission,
                                                          store::RegisterFile& held) {
  const Instant now = parts_.now();
  const auto local = to_local(now);
  if (!local) return fail(local.error());
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  // A file of 8 MB is held once: what it was sent in goes no further.
  net::Request head{request.method, request.path,  request.query, request.headers, "",
                    request.peer,   request.secure};
  Visit visit{std::move(head), {}, *admission.visitor, now, local->day, frame(), ""};
  if (request.method == "POST") visit.form = net::form_fields(request);
  // Why not for a page that follows what happens: it may ask between a form and the page after it.
  if (request.method == "GET" && !asked_by_itself(request)) {
    visit.frame.done = take_done(admission.session);
  }
  visit.frame.school = (*school)->name;
  visit.frame.path = request.path;
  visit.frame.who = visit.who.author.text();
  visit.frame.token = visit.who.form_token;
  visit.frame.on_classroom_device = visit.who.on_classroom_device;
  visit.frame.pages = pages_for(visit.who, office_pages());
  set_apart_settings(visit);
  if (!visit.who.staff.empty() && find_route(routes_, "GET", kAccount) != nullptr) {
    visit.frame.account = kAccount;
  }
  const Route* route = find_route(routes_, request.method, request.path);
  const bool writes = route != nullptr && route->runs != Runs::reading;
  visit.frame.waiting = waiting_for(visit.frame.pages, writes);
  visit.frame.form_alone = request.method == "POST";
  return std::make_shared<const Visit>(std::move(visit));
}

/// Who has no page for it is told nothing. Whoever writes waits for no reading of Today: that is
/// the next page's, and on a form that comes back the number follows by itself (live.js).
WaitingRequests OfficeSite::waiting_for(const std::vector<NavLink>& pages, bool writes) const {
  if (std::ranges::find(pages, "/out", &NavLink::address) == pages.end()) return {};
  auto page = parts_.today.known();
  if (!writes || page == nullptr) {
    if (auto read = parts_.today.today()) page = std::move(*read);
  }
  return page ? page->view.requests : WaitingRequests{};
}

std::vector<NavLink> OfficeSite::pages_for(const Visitor& who,
                                           const std::vector<NavLink>& all) const {
  std::vector<NavLink> pages;
  std::ranges::copy_if(all, std::back_inserter(pages), [&](const NavLink& page) {
    const Route* route = find_route(routes_, "GET", page.address);
    return route != nullptr && who.has_one_of(route->roles);
  });
  return pages;
}

/// Whoever has no page Settings finds among the others what would stand there.
void OfficeSite::set_apart_settings(Visit& visit) const {
  auto& pages = visit.frame.pages;
  auto under = pages_for(visit.who, pages_under_settings());
  if (std::ranges::find(pages, "/settings", &NavLink::address) != pages.end()) {
    visit.frame.under_settings = std::move(under);
  } else {
    pages.insert(pages.end(), under.begin(), under.end());
  }
}

void OfficeSite::run(const Route& route, const Visited& visited, store::Register& held) {
  const auto answer = route.handler(*visited.visit, held);
  if (!answer) return went_wrong(visited.visit->request, visited.reply, sentence(answer.error()));
  tell(route, visited, *answer);
}

void OfficeSite::take_down(const Visit& visit, const Answer& answer) {
  for (const auto& each : answer.read) {
    reg::Reading reading{each.kind, each.pupil, each.words, visit.now, visit.who.author};
    if (each.once_an_hour) {
      parts_.audit.note_once_an_hour(std::move(reading));
    } else {
      parts_.audit.note(std::move(reading));
    }
  }
}

void OfficeSite::tell(const Route& route, const Visited& visited, const Answer& answer) {
  take_down(*visited.visit, answer);
  if (!answer.done.empty()) keep_done(visited.session, answer.done);
  if (route.runs != Runs::reading && answer.response.status < 400) parts_.changed();
  send(visited.reply, answer.response);
}

bool OfficeSite::leave_shared(const Route& route, const Visited& visited) {
  // What the handler says waits here until it is durable.
  auto said = std::make_shared<Said>();
  return parts_.writer.leave_shared(
      [&route, visited, said](store::Register& held) {
        try {
          said->answer = route.handler(*visited.visit, held);
        } catch (const std::exception& error) {
          said->thrown = error.what();
        }
        return said->thrown.empty() && said->answer && said->answer->response.status < 400;
      },
      [this, &route, visited, said](const Status& status) {
        guarded(visited.visit->request, visited.reply,
                [&] { tell_written(route, visited, *said, status); });
      });
}

void OfficeSite::tell_written(const Route& route, const Visited& visited, const Said& said,
                              const Status& status) {
  const auto wrong = [&](const std::string& what) {
    went_wrong(visited.visit->request, visited.reply, what);
  };
  if (!said.thrown.empty()) return wrong(said.thrown);
  if (!said.answer) return wrong(sentence(said.answer.error()));
  // A refusal in the handler's own words says more than the fault that led to it.
  if (!status && said.answer->response.status < 400) return wrong(sentence(status.error()));
  tell(route, visited, *said.answer);
}

void OfficeSite::write(const Route& route, const Visited& visited) {
  const bool left =
      route.runs == Runs::writing
          ? leave_shared(route, visited)
          : parts_.writer.leave([this, &route, visited](store::Register& held) {
              guarded(visited.visit->request, visited.reply, [&] { run(route, visited, held); });
            });
  if (left) return;
  refuse(visited.reply, 503, "The office is busy: nothing was done. Try again in a moment.");
}

void OfficeSite::health(const net::Reply& reply) {
  const auto page = parts_.today.today();
  if (!page) return reply.send({503, kPlain, sentence(page.error()) + "\n", {}});
  reply.send({200, kPlain, "ready\n", {{"Cache-Control", "no-store"}}});
}

PageFrame OfficeSite::frame() const { return plain_frame(parts_.files, parts_.rehearsal); }

void OfficeSite::refuse(const net::Reply& reply, int status, const std::string& words) const {
  PageFrame plain = frame();
  plain.title = "Not done";
  send(reply, page_answer(message_page(plain, words), status).response);
}

void OfficeSite::went_wrong(const net::Request& request, const net::Reply& reply,
                            const std::string& what) {
  const int number = ++wrong_;
  parts_.log(fmt::format("fault {} at {} {}: {}", number, request.method, request.path, what));
  PageFrame plain = frame();
  plain.title = "Something went wrong";
  const auto words = fmt::format(
      "Nothing was changed. Tell whoever looks after this machine: fault {} in the office's log.",
      number);
  send(reply, page_answer(message_page(plain, words), 500).response);
}

void OfficeSite::keep_done(const std::string& session, const std::string& done) {
  const std::lock_guard lock(done_mutex_);
  if (done_.size() >= kMostSentences) done_.clear();
  done_[session] = done;
}

std::string OfficeSite::take_done(const std::string& session) {
  const std::lock_guard lock(done_mutex_);
  const auto found = done_.find(session);
  if (found == done_.end()) return "";
  std::string words = std::move(found->second);
  done_.erase(found);
  return words;
}

}  // namespace handbell::office
