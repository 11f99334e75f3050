#include "app/office/today/desk_routes.h"

#include "app/office/page/typed_text.h"
#include "app/office/today/arrived_form.h"
#include "app/office/today/desk_search.h"
#include "app/office/today/going_form.h"
#include "app/office/today/page_arrived.h"
#include "app/office/today/paper.h"

namespace handbell::office {
namespace {

using reg::Role;

PageFrame desk_frame(const Visit& visit) {
  PageFrame frame = visit.frame;
  frame.path = "/today";
  return frame;
}

/// Nobody was chosen yet.
Result<Answer> choose(const Visit& visit, store::Register& held, const std::string& page) {
  auto view = desk_search(visit, held, page);
  if (!view) return fail(view.error());
  view->title = page == "/today/arrived" ? "Arrived" : "Going out";
  PageFrame frame = desk_frame(visit);
  if (view->searched) (void)checked_search(view->typed, "name", frame.errors);
  if (!frame.errors.empty()) view->searched = false;
  const int status = frame.errors.empty() ? 200 : 422;
  return page_answer(desk_search_page(*view, frame), status);
}

Result<Answer> arrived(const Visit& visit, store::Register& held) {
  if (visit.query("child").empty()) return choose(visit, held, "/today/arrived");
  const auto family = desk_family(visit, held);
  if (!family) return fail(family.error());
  if (!*family) return not_found(visit);
  const auto view = arrived_view(visit, held, **family, visit.now);
  if (!view) return fail(view.error());
  return page_answer(arrived_page(*view, false, desk_frame(visit)));
}

Result<Answer> write_arrived(const Visit& visit, store::Register& held) {
  const auto family = desk_family(visit, held);
  if (!family) return fail(family.error());
  if (!*family) return not_found(visit);
  const auto typed = arrived_typed(visit, held, **family);
  if (!typed) return fail(typed.error());
  if (!typed->errors.empty() || typed->look_again) {
    PageFrame frame = desk_frame(visit);
    frame.errors = typed->errors;
    const bool look_again = typed->errors.empty();
    return page_answer(arrived_page(typed->view, look_again, frame), look_again ? 200 : 422);
  }
  const Status written = write_arrivals(visit, held, typed->entries);
  if (!written) return fail(written.error());
  return go_to("/today", arrived_words(*(*family)->school, typed->entries));
}

Result<Answer> going(const Visit& visit, store::Register& held) {
  if (visit.query("child").empty()) return choose(visit, held, "/today/going");
  const auto family = desk_family(visit, held);
  if (!family) return fail(family.error());
  if (!*family) return not_found(visit);
  const auto view = going_view(visit, held, **family);
  if (!view) return fail(view.error());
  return page_answer(going_page(*view, desk_frame(visit)));
}

Result<Answer> write_going(const Visit& visit, store::Register& held) {
  const auto family = desk_family(visit, held);
  if (!family) return fail(family.error());
  if (!*family) return not_found(visit);
  const auto typed = going_typed(visit, held, **family);
  if (!typed) return fail(typed.error());
  if (!typed->errors.empty()) {
    PageFrame frame = desk_frame(visit);
    frame.errors = typed->errors;
    return page_answer(going_page(typed->view, frame), 422);
  }
  for (const auto& entry : typed->entries) {
    const auto done = held.tell(entry, visit.now);
    if (!done) return fail(done.error());
  }
  return go_to("/today", going_words(*(*family)->school, typed->entries));
}

Result<Answer> paper(const Visit& visit, store::Register&) {
  return page_answer(paper_page(empty_paper(visit), false, desk_frame(visit)));
}

/// Writes only what was looked at exactly so, and nothing where one row is wrong.
Result<Answer> write_paper(const Visit& visit, store::Register& held) {
  const auto typed = paper_typed(visit, held);
  if (!typed) return fail(typed.error());
  PageFrame frame = desk_frame(visit);
  frame.errors = typed->errors;
  if (!frame.errors.empty()) return page_answer(paper_page(*typed, false, frame), 422);
  const bool writes = visit.typed("do") == "write" && !typed->look_again;
  if (!writes) {
    frame.done = "Not written yet: look at what each row becomes, then write it down.";
    return page_answer(paper_page(*typed, true, frame));
  }
  const Status written = write_arrivals(visit, held, typed->entries);
  if (!written) return fail(written.error());
  const auto count = typed->entries.size();
  const std::string of = typed->day == visit.today ? "" : " of " + typed->day.words();
  return go_to("/today", count == 1 ? "1 child of the paper list" + of + " was written down."
                                    : std::to_string(count) + " children of the paper list" + of +
                                          " were written down.");
}

Handler finding(const std::string& page) {
  return [page](const Visit& visit, store::Register& held) { return choose(visit, held, page); };
}

}  // namespace

Routes desk_routes() {
  const std::vector<Role> office{Role::office, Role::head};
  return {{"GET", "/today/arrived", office, Runs::reading, arrived},
          {"POST", "/today/arrived/find", office, Runs::reading, finding("/today/arrived")},
          {"POST", "/today/arrived", office, Runs::writing, write_arrived},
          {"GET", "/today/going", office, Runs::reading, going},
          {"POST", "/today/going/find", office, Runs::reading, finding("/today/going")},
          {"POST", "/today/going", office, Runs::writing, write_going},
          {"GET", "/today/paper", office, Runs::reading, paper},
          {"POST", "/today/paper", office, Runs::writing, write_paper}};
}

}  // namespace handbell::office
