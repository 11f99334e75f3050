#include "app/office/cases/page_case.h"

namespace handbell::office {

Html undo_page(const UndoView& view, PageFrame frame) {
  frame.title = "Take back: " + view.name;
  frame.path = "/attendance";
  Field reason;
  reason.name = "reason";
  reason.label = "Why it is taken back";
  reason.hint = "Both stay in the record: what was written, and why it does not count.";
  reason.value = view.reason;
  reason.error = frame.errors.of("reason");
  reason.longest = 1000;
  const auto form =
      post_form("/attendance/case/undo", frame.token,
                join({hidden_field("pupil", view.pupil), hidden_field("entry", view.entry),
                      text_area(reason), button("Take it back", "warning")}),
                {attr("class", "hb-told")});
  return page(frame,
              join({case_head("Take back", view.name, {case_address(view.pupil), "The case"}),
                    part("entry", "What was written", case_words(view.line)),
                    part("form", "Take it back", form)}));
}

}  // namespace handbell::office
