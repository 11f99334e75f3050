#include "app/office/office_site.h"

#include "app/base/text.h"
#include "app/office/today/accepting_person.h"
#include "app/office/today/page_today.h"
#include "app/office/web/browser_guard.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

constexpr const char* kPlain = "text/plain; charset=utf-8";
constexpr const char* kHtml = "text/html; charset=utf-8";

int count_in(const net::Request& request, const char* name) {
  constexpr long long kMost = 9999;
  const auto number = whole_number(net::field(request.query, name));
  return number && *number > 0 && *number <= kMost ? static_cast<int>(*number) : 0;
}

/// What POST /accept told the next page, in figures alone: no names in addresses.
std::string done_words(const net::Request& request) {
  const int accepted = count_in(request, "accepted");
  const int left = count_in(request, "left");
  std::string words;
  if (accepted > 0) {
    words =
        accepted == 1 ? "1 mark was accepted." : fmt::format("{} marks were accepted.", accepted);
  }
  if (left == 0) return words;
  const std::string each = left == 1 ? "1 proposal had" : fmt::format("{} proposals had", left);
  return words + (words.empty() ? "" : " ") + each + " changed meanwhile and still waits.";
}

std::string place_after(const AcceptCount& count, const std::string& day_query) {
  return fmt::format("/today?accepted={}&left={}{}", count.accepted, count.left, day_query);
}

bool is_get(const net::Request& request) { return request.method == "GET"; }

}  // namespace

OfficeSite::OfficeSite(Writer& writer, TodayReader& reader, LiveHub& hub, const WebFiles& files,
                       std::function<Instant()> now, std::function<void(const std::string&)> log)
    : writer_(writer),
      reader_(reader),
      hub_(hub),
      files_(files),
      now_(std::move(now)),
      log_(std::move(log)) {}

PageFrame OfficeSite::frame() const {
  PageFrame frame;
  frame.style = files_.address("office.css");
  frame.script = files_.address("office.js");
  return frame;
}

void OfficeSite::handle(const net::Request& request, const net::Reply& reply) {
  try {
    route(request, reply);
  } catch (const std::exception& error) {
    went_wrong(request, reply, error.what());
  }
}

void OfficeSite::route(const net::Request& request, const net::Reply& reply) {
  if (!is_local_host(request.header("host"))) {
    return refuse(reply, 421, "Use the address that handbell-office printed when it started.");
  }
  const std::string& path = request.path;
  if (path == "/accept") {
    if (request.method != "POST") return refuse(reply, 405, "This is not a page.");
    if (!is_from_our_page(request)) return refuse(reply, 403, "This did not come from our page.");
    return accept(request, reply);
  }
  if (!is_get(request)) return refuse(reply, 405, "Nothing can be changed here.");
  if (path == "/" || path == "/today") return today(request, reply);
  if (path == "/today/live") return hub_.add(reply);
  if (path == "/today/fragment") return fragment(reply);
  if (path == "/healthz") return health(reply);
  if (path.starts_with("/web/")) return reply.send(files_.answer(request));
  refuse(reply, 404, "There is no such page.");
}

void OfficeSite::send_page(const net::Reply& reply, int status, const Html& page) const {
  net::Response response{status, kHtml, page.markup(), {}};
  guard(response);
  reply.send(std::move(response));
}

void OfficeSite::refuse(const net::Reply& reply, int status, const std::string& words) const {
  PageFrame plain = frame();
  plain.title = status == 404 ? "Page not found" : "Not done";
  send_page(reply, status, message_page(plain, words));
}

void OfficeSite::went_wrong(const net::Request& request, const net::Reply& reply,
                            const std::string& what) {
  const int number = ++wrong_;
  log_(fmt::format("fault {} at {} {}: {}", number, request.method, request.path, what));
  PageFrame plain = frame();
  plain.title = "Something went wrong";
  send_page(reply, 500,
            message_page(plain, fmt::format("Nothing was changed. Tell whoever looks after this "
                                            "machine: fault {} in the office's log.",
                                            number)));
}

void OfficeSite::today(const net::Request& request, const net::Reply& reply) {
  const auto person = accepting_person(request);
  show(request, net::field(request.query, "on"),
       {person.name, person.position, done_words(request), ""}, reply);
}

void OfficeSite::show(const net::Request& request, const std::string& on, const TodayVisit& visit,
                      const net::Reply& reply) {
  const int status = visit.problem.empty() ? 200 : 422;
  const auto page = reader_.today();
  if (!page) return went_wrong(request, reply, sentence(page.error()));
  if (on.empty() || on == (*page)->view.day) {
    const auto& today = **page;
    return send_page(reply, status, today_page(today.view, today.parts, visit, frame()));
  }
  const auto day = SchoolDay::parse(on);
  if (!day) return refuse(reply, 404, sentence(day.error()));
  const auto view = reader_.day(*day);
  if (!view) return went_wrong(request, reply, sentence(view.error()));
  send_page(reply, status, today_page(*view, today_parts(*view), visit, frame()));
}

void OfficeSite::fragment(const net::Reply& reply) {
  const auto page = reader_.today();
  if (!page) return reply.send({503, kPlain, sentence(page.error()) + "\n", {}});
  net::Response response{200, kHtml, (*page)->fragment, {}};
  guard(response);
  reply.send(std::move(response));
}

void OfficeSite::health(const net::Reply& reply) {
  const auto page = reader_.today();
  if (!page) return reply.send({503, kPlain, sentence(page.error()) + "\n", {}});
  reply.send({200, kPlain, "ready\n", {{"Cache-Control", "no-store"}}});
}

void OfficeSite::show_problem(const net::Request& request, const AcceptForm& form,
                              const std::string& problem, const net::Reply& reply) {
  show(request, form.day, {form.name, form.position, "", problem}, reply);
}

void OfficeSite::accept(const net::Request& request, const net::Reply& reply) {
  const auto form = parse_accept(request.body);
  const auto by = reg::Author::from(form.name, form.position);
  if (!by) {
    return show_problem(request, form,
                        "Enter your name and your position: both are written into each entry.",
                        reply);
  }
  const std::string cookie = cookie_of({form.name, form.position});
  const auto page = reader_.today();
  const bool other_day = page && !form.day.empty() && form.day != (*page)->view.day;
  const std::string day_query = other_day ? "&on=" + form.day : "";
  const auto go = [reply, cookie](const std::string& place) {
    net::Response response{303, kPlain, "", {{"Location", place}, {"Set-Cookie", cookie}}};
    guard(response);
    reply.send(std::move(response));
  };
  if (form.keep_only) return go(other_day ? "/today?on=" + form.day : "/today");
  const bool left = writer_.leave(
      [this, form, request, reply, go, day_query, author = *by](store::Register& held) {
        try {
          const auto count = accept_seen(held, form.seen, author, now_());
          if (!count) return show_problem(request, form, sentence(count.error()), reply);
          hub_.changed();
          go(place_after(*count, day_query));
        } catch (const std::exception& error) {
          went_wrong(request, reply, error.what());
        }
      });
  if (!left) refuse(reply, 503, "The office is busy: nothing was accepted, try again.");
}

}  // namespace handbell::office
