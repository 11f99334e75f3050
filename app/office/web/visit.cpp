#include "app/office/web/visit.h"

#include "app/base/text.h"

namespace handbell::office {

/// A browser ends each line of a text with two characters; one of them is no text anywhere else.
std::string Visit::typed(std::string_view name) const {
  std::string words(trimmed(net::field(form, name)));
  std::erase(words, '\r');
  return words;
}

Result<PageFrame> register_frame(const Visit& visit, reg::Store& held, SchoolDay day) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  PageFrame frame = visit.frame;
  frame.legal_register = reg::legal_register(*settings, day);
  return frame;
}

Answer page_answer(const Html& page, int status) {
  return {{status, "text/html; charset=utf-8", page.markup(), {}}};
}

Answer read_answer(const Html& page, ReadNote note, int status) {
  Answer answer = page_answer(page, status);
  answer.read.push_back(std::move(note));
  return answer;
}

Answer go_to(const std::string& place, std::string done) {
  return {{303, "text/plain; charset=utf-8", "", {{"Location", place}}}, std::move(done)};
}

Answer told(const Visit& visit, int status, const std::string& title, const std::string& words) {
  PageFrame frame = visit.frame;
  frame.title = title;
  // Nothing may tell an address that is not there from one that is not for this person.
  frame.form_alone = false;
  return page_answer(message_page(frame, words), status);
}

Answer not_found(const Visit& visit) {
  return told(visit, 404, "Page not found", "There is no such page.");
}

}  // namespace handbell::office
