#include "app/office/access/access_gate.h"

#include "app/base/school_time.h"
#include "app/net/connections.h"
#include "app/office/access/access_trail.h"
#include "app/office/access/classroom.h"
#include "app/office/access/join.h"
#include "app/office/access/sign_in.h"
#include "app/office/web/browser_guard.h"
#include "app/office/web/visit.h"
#include "app/store/secret_code.h"

#include <algorithm>
#include <array>

namespace handbell::office {
namespace {

using Page = net::Response (*)(Access&, const net::Request&);

struct OpenPage {
  std::string_view path;
  Page show;
  Page post;
};

constexpr std::array<OpenPage, 8> kOpenPages{{{"/sign-in", show_sign_in, post_sign_in},
                                              {"/sign-in/code", show_code, post_code},
                                              {"/set-up", show_set_up, post_set_up},
                                              {"/join", show_join, post_join},
                                              {"/join/account", show_account, post_account},
                                              {"/device", show_device, post_device},
                                              {"/pin", show_pin, post_pin},
                                              {"/day-pass", show_day_pass, post_day_pass}}};

bool is_this_machine(const std::string& peer) {
  return peer.empty() || peer == "::1" || peer.starts_with("127.") ||
         peer.starts_with("::ffff:127.");
}

void answer(const net::Reply& reply, net::Response response) {
  guard(response);
  reply.send(std::move(response));
}

net::Response message(const Access& access, int status, const std::string& title,
                      const std::string& words) {
  return page_answer(message_page(frame_for(access, title), words), status).response;
}

/// Whoever floods us hears this at the cost of its words alone: nothing is read for it.
net::Response busy(const Access& access) {
  PageFrame frame = access.parts.frame();
  frame.title = "Busy";
  auto response =
      page_answer(message_page(frame, "Many people sign in just now. Try again in a moment."), 503)
          .response;
  response.late = access.late;
  return response;
}

/// A worker outlives whatever another library throws.
net::Response caught(Access& access, const net::Request& request, Page page) {
  try {
    return page(access, request);
  } catch (const std::exception& error) {
    access.parts.log(request.path + ": " + error.what());
    return {500, "text/plain; charset=utf-8", "Something went wrong: nothing was changed.\n", {}};
  }
}

/// Somebody signed in here before, or has just typed the right password or invitation.
bool is_known(Access& access, const net::Request& request) {
  if (access.device_of(request)) return true;
  const auto now = access.now();
  const auto step = cookie_in(request, kStepCookie);
  if (access.steps.find(step, StepKind::code, now) ||
      access.steps.find(step, StepKind::join, now)) {
    return true;
  }
  const auto browser = cookie_in(request, kBrowserCookie);
  return !browser.empty() &&
         access.parts.accounts.knows_browser(store::hash_of(browser), now).value_or(false);
}

std::optional<Visitor> day_pass_visitor(store::Accounts& accounts, const std::string& pass,
                                        Instant now) {
  const auto passes = accounts.passes(now);
  if (!passes) return std::nullopt;
  const auto found = std::ranges::find(*passes, pass, &store::DayPass::hash);
  if (found == passes->end()) return std::nullopt;
  const auto author = reg::Author::from(found->name, "Supply teacher");
  if (!author) return std::nullopt;
  return Visitor{"", *author, {reg::Role::teacher}, {found->class_name}, ""};
}

}  // namespace

Admission AccessGate::admit(const net::Request& request, const reg::Staff& staff, Instant now) {
  Admission admission;
  admission.first = first_place(access_, request);
  const std::string cookie = cookie_in(request, kSessionCookie);
  auto& sessions = access_.parts.sessions;
  const auto row = asked_by_itself(request) ? sessions.look(cookie, access_.now())
                                            : sessions.find(cookie, access_.now());
  if (!row) return admission;
  admission.visitor = visitor_of(*row, staff, now);
  if (!admission.visitor) return admission;
  admission.visitor->form_token = form_token_of(cookie);
  admission.visitor->on_classroom_device = row->device != 0;
  admission.session = row->hash;
  if (access_.parts.sessions.wants_flush(access_.now())) {
    (void)access_.parts.workers.leave([this] { access_.parts.sessions.flush(); });
  }
  return admission;
}

bool AccessGate::is_signed_in(const net::Request& request) {
  return access_.parts.sessions.look(cookie_in(request, kSessionCookie), access_.now()).has_value();
}

std::optional<Visitor> AccessGate::visitor_of(const store::SessionRow& row, const reg::Staff& staff,
                                              Instant now) const {
  if (row.staff.empty()) return day_pass_visitor(access_.parts.accounts, row.pass, now);
  const auto local = to_local(now);
  const auto member = std::ranges::find(staff.members, row.staff, &reg::StaffMember::id);
  if (!local || member == staff.members.end()) return std::nullopt;
  const auto author = reg::Author::from(member->name.text(), member->position.text());
  if (!author) return std::nullopt;
  Visitor visitor{member->id, *author, reg::roles_on(*member, staff.acting, local->day),
                  member->classes, ""};
  // By PIN alone nobody is more than a class teacher.
  if (!row.whole) {
    std::erase_if(visitor.roles, [](reg::Role role) { return role != reg::Role::teacher; });
  }
  return visitor.roles.empty() ? std::nullopt : std::optional(std::move(visitor));
}

bool AccessGate::answers(const net::Request& request, const net::Reply& reply) {
  if (!request.secure && !is_this_machine(request.peer)) {
    answer(reply, message(access_, 403, "Not over an open line",
                          "From another machine the office's pages are shown over https alone."));
    return true;
  }
  const bool post = request.method == "POST";
  if (request.path == "/sign-out" && post) {
    answer(reply, sign_out(request));
    return true;
  }
  const auto page = std::ranges::find(kOpenPages, request.path, &OpenPage::path);
  if (page == kOpenPages.end()) return false;
  if (!post) {
    answer(reply, caught(access_, request, page->show));
    return true;
  }
  const Page work = page->post;
  auto& workers = access_.parts.workers;
  auto job = [this, work, request, reply] { answer(reply, caught(access_, request, work)); };
  const bool left = is_known(access_, request)
                        ? workers.leave(std::move(job))
                        : workers.leave_for_stranger(net::household(request.peer), std::move(job));
  if (!left) answer(reply, busy(access_));
  return true;
}

net::Response AccessGate::sign_out(const net::Request& request) const {
  const std::string cookie = cookie_in(request, kSessionCookie);
  if (const auto row = access_.parts.sessions.look(cookie, access_.now())) {
    trail_end(access_, *row, from_words(request));
  }
  (void)access_.parts.sessions.end(cookie);
  net::Response response = gone_to(first_place(access_, request));
  clear_cookie(response, kSessionCookie);
  return response;
}

}  // namespace handbell::office
