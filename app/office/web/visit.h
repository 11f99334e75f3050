// One request on its way to a page: what was asked, by whom, when.
//
// Handlers are pure functions of this and of the register. What changes something answers with
// another place to go to (so that a page can be loaded again safely), and may leave one sentence
// that the next page of the same person says; names never stand in an address.
#pragma once

#include "app/net/message.h"
#include "app/office/page/page_layout.h"
#include "app/office/web/visitor.h"
#include "app/register/reading.h"
#include "app/register/store.h"

namespace handbell::office {

struct Visit {
  net::Request request;
  net::Fields form;  ///< the body of a POST, decoded
  Visitor who;
  Instant now;
  SchoolDay today;
  PageFrame frame;   ///< all but the title and what the page is about
  std::string done;  ///< what the request before this one left to be said

  [[nodiscard]] std::string query(std::string_view name) const {
    return net::field(request.query, name);
  }
  /// Without blanks at the ends.
  [[nodiscard]] std::string typed(std::string_view name) const;
};

/// The frame of a page that shows something of the register: below it stands which one is the legal
/// one that day (D50). Faults: those of reading.
[[nodiscard]] Result<PageFrame> register_frame(const Visit& visit, reg::Store& held, SchoolDay day);

/// What this answer shows of somebody, for the history of who read what (D51).
struct ReadNote {
  reg::ReadKind kind = reg::ReadKind::pupil_record;
  std::optional<PupilId> pupil{};
  std::string words{};
  bool once_an_hour = false;  ///< of a page that shows itself anew all day
};

struct Answer {
  net::Response response;
  std::string done{};  ///< a sentence for the next page; may be empty
  std::vector<ReadNote> read{};
};

/// A whole page. 422 where a form comes back with what is wrong.
[[nodiscard]] Answer page_answer(const Html& page, int status = 200);
/// The same, and it is taken down that the person read it.
[[nodiscard]] Answer read_answer(const Html& page, ReadNote note, int status = 200);
/// The browser goes on to `place`, which is our own literal and figures.
[[nodiscard]] Answer go_to(const std::string& place, std::string done = "");
/// There is no such page, for this person at least: nothing says whether there is one for others.
[[nodiscard]] Answer not_found(const Visit& visit);
/// A page that says one thing and shows the way back.
[[nodiscard]] Answer told(const Visit& visit, int status, const std::string& title,
                          const std::string& words);

}  // namespace handbell::office
