#include "app/office/web/local_gate.h"

#include "app/base/hex.h"
#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/web/browser_guard.h"
#include "app/office/web/visit.h"
#include "app/register/mark_rule.h"

#include <algorithm>

namespace handbell::office {
namespace {

constexpr std::string_view kCookie = "handbell-person=";

bool is_this_machine(const std::string& peer) {
  return peer.empty() || peer == "::1" || peer.starts_with("127.") ||
         peer.starts_with("::ffff:127.");
}

std::string hex_of(const std::string& text) { return to_hex(as_bytes(text)); }

std::string text_from(const std::string& hex) {
  const auto bytes = from_hex(hex);
  return bytes ? std::string(bytes->begin(), bytes->end()) : "";
}

std::string cookie_of(const reg::Author& person) {
  return std::string(kCookie) + hex_of(person.name()) + "." + hex_of(person.position()) +
         "; Path=/; HttpOnly; SameSite=Strict";
}

std::optional<reg::Author> person_in(const net::Request& request) {
  for (const auto& part : split(request.header("cookie"), ';')) {
    const std::string cookie = trimmed(part);
    if (!cookie.starts_with(kCookie)) continue;
    const auto values = split(cookie.substr(kCookie.size()), '.');
    if (values.size() != 2) continue;
    if (auto by = reg::Author::from(text_from(values[0]), text_from(values[1]))) return *by;
  }
  return std::nullopt;
}

void send(const net::Reply& reply, net::Response response) {
  guard(response);
  reply.send(std::move(response));
}

Html person_form(const net::Fields& typed, const FormErrors& errors, std::string_view token) {
  Field name;
  name.name = "name";
  name.label = "Your name";
  name.value = net::field(typed, "name");
  name.error = errors.of("name");
  name.width = "20";
  name.longest = 80;
  name.autocomplete = "name";
  Field position;
  position.name = "position";
  position.label = "Your position";
  position.hint = "As it is to stand in the register: Office manager, Headteacher.";
  position.value = net::field(typed, "position");
  position.error = errors.of("position");
  position.width = "20";
  position.longest = 80;
  position.autocomplete = "organization-title";
  return post_form("/sign-in", token,
                   join({input_field(name), input_field(position), button("Continue")}));
}

}  // namespace

Admission LocalGate::admit(const net::Request& request, const reg::Staff& staff, Instant now) {
  const auto person = person_in(request);
  const auto local = to_local(now);
  if (!person || !local) return {};
  Visitor visitor{"", *person, {}, {}, token_};
  visitor.roles = reg::roles_of(*person, staff.members, staff.acting, local->day);
  if (const auto* member = staff.named(person->name())) {
    visitor.staff = member->id;
    visitor.classes = member->classes;
  }
  return {std::move(visitor), person->text()};
}

bool LocalGate::answers(const net::Request& request, const net::Reply& reply) {
  if (!is_this_machine(request.peer)) {
    PageFrame frame = frame_();
    frame.title = "Only at the office's own machine";
    send(reply, page_answer(message_page(frame,
                                         "Until people can sign in, the pages are shown on the "
                                         "machine that the office runs on."),
                            403)
                    .response);
    return true;
  }
  const bool post = request.method == "POST";
  if (request.path == "/sign-in") {
    post ? enter(request, reply) : show(reply, {}, {});
    return true;
  }
  if (request.path != "/sign-out" || !post) return false;
  net::Response response = go_to("/sign-in").response;
  response.cookies.push_back(std::string(kCookie) + "; Path=/; Max-Age=0");
  send(reply, std::move(response));
  return true;
}

void LocalGate::show(const net::Reply& reply, const net::Fields& typed,
                     const FormErrors& errors) const {
  PageFrame frame = frame_();
  frame.title = "Who are you?";
  frame.errors = errors;
  const auto main =
      join({heading("Who are you?", 1), paragraph("Both are written into each entry you make."),
            person_form(typed, errors, token_)});
  send(reply, page_answer(page(frame, main), errors.empty() ? 200 : 422).response);
}

void LocalGate::enter(const net::Request& request, const net::Reply& reply) const {
  const auto typed = net::parse_fields(request.body);
  FormErrors errors;
  for (const auto& [field, words] :
       {std::pair{"name", "Enter your name."}, {"position", "Enter your position."}}) {
    if (trimmed(net::field(typed, field)).empty()) errors.add(field, words);
  }
  const auto by =
      reg::Author::from(trimmed(net::field(typed, "name")), trimmed(net::field(typed, "position")));
  if (errors.empty() && !by) errors.add("name", sentence(by.error()));
  if (!errors.empty()) return show(reply, typed, errors);
  net::Response response = go_to("/").response;
  response.cookies.push_back(cookie_of(*by));
  send(reply, std::move(response));
}

}  // namespace handbell::office
