#include "app/office/access/access.h"

#include "app/base/text.h"
#include "app/office/web/visit.h"
#include "app/store/secret_code.h"

#include <algorithm>

namespace handbell::office {

std::optional<store::Device> Access::device_of(const net::Request& request) {
  const std::string cookie = cookie_in(request, kDeviceCookie);
  if (cookie.empty()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  const auto changes = parts.accounts.devices_changed();
  if (known_devices_ != changes) {
    auto read = parts.accounts.devices();
    if (!read) return std::nullopt;
    devices_ = std::move(*read);
    known_devices_ = changes;
  }
  const auto hash = store::hash_of(cookie);
  const auto found = std::ranges::find(devices_, hash, &store::Device::cookie);
  return found == devices_.end() ? std::nullopt : std::optional(*found);
}

Status Access::begin_session(net::Response& response, store::SessionRow row) {
  const auto cookie = parts.sessions.begin(std::move(row), parts.random, now());
  if (!cookie) return fail(cookie.error());
  set_cookie(response, kSessionCookie, *cookie);
  clear_cookie(response, kStepCookie);
  return {};
}

bool Access::is_set_up() {
  if (!set_up_) set_up_ = parts.accounts.any_active().value_or(true);
  return set_up_;
}

PageFrame frame_for(const Access& access, const std::string& title, const FormErrors& errors) {
  PageFrame frame = access.parts.frame();
  frame.title = title;
  frame.errors = errors;
  if (const auto people = access.parts.people()) frame.school = people->school;
  return frame;
}

net::Response shown(const PageFrame& frame, const Html& main) {
  return shown(frame, main, frame.errors.empty() ? 200 : 422);
}

net::Response shown(const PageFrame& frame, const Html& main, int status) {
  return page_answer(page(frame, main), status).response;
}

net::Response gone_to(const std::string& place) { return go_to(place).response; }

net::Response failed(const Access& access, const Fault& fault) {
  access.parts.log(sentence(fault));
  const auto frame = frame_for(access, "Something went wrong");
  return page_answer(message_page(frame,
                                  "Nothing was changed. Tell whoever looks after this "
                                  "machine: it stands in the office's log."),
                     500)
      .response;
}

Html open_form(std::string_view action, const Html& inside) {
  return element("form", {attr("method", "post"), url("action", action), flag("novalidate")},
                 inside);
}

std::string typed_in(const net::Fields& form, std::string_view name) {
  return std::string(trimmed(net::field(form, name)));
}

}  // namespace handbell::office
