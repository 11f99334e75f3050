#include "app/office/cases/page_case.h"

namespace handbell::office {
namespace {

std::string done_words(const CopyText& copy) {
  return copy.kind == "cpoms" ? "It is logged in CPOMS" : "It was sent";
}

/// The text can be selected by hand; where scripts run a button copies it.
Html copy_field(const CopyText& copy) {
  const std::string id = "words-" + copy.kind;
  const auto label =
      element("label", {attr("class", "govuk-label"), attr("for", id)}, text("The text, to copy"));
  const auto area = element(
      "textarea",
      {attr("class", "govuk-textarea"), attr("id", id), attr("rows", "14"), flag("readonly")},
      text(copy.words));
  const auto press = element("button",
                             {attr("class", "govuk-button govuk-button--secondary"),
                              attr("type", "button"), attr("data-copy", id), flag("hidden")},
                             text("Copy the text"));
  const auto heard = element("span", {attr("class", "hb-copied"), attr("role", "status")}, Html());
  return element("div", {attr("class", "govuk-form-group hb-copy")},
                 join({label, area, press, heard}));
}

Html tick_form(const TextsView& view, const CopyText& copy, const PageFrame& frame) {
  if (!copy.done.empty()) {
    return element("p", {attr("class", "govuk-body")},
                   tag("Done", "green") + text(" " + copy.done));
  }
  return post_form("/attendance/case/sent", frame.token,
                   join({hidden_field("pupil", view.pupil), hidden_field("meeting", view.meeting),
                         hidden_field("kind", copy.kind), button(done_words(copy))}));
}

Html text_part(const TextsView& view, const CopyText& copy, const PageFrame& frame) {
  Html inside = element("p", {attr("class", "govuk-body")}, element("strong", text(copy.title)));
  if (!copy.assignee.empty()) inside += paragraph("Assign it to " + copy.assignee + ".");
  inside += copy_field(copy) + tick_form(view, copy, frame);
  return part(copy.kind, copy.heading, inside);
}

/// In the e-mail families read where to write; it is set once for all of them.
Html address_part(const TextsView& view, const PageFrame& frame) {
  if (!view.may_address) return {};
  Field address;
  address.name = "address";
  address.label = "E-mail address that families write to";
  address.hint = "It stands at the end of every such e-mail.";
  address.value = view.reply_to;
  address.error = frame.errors.of("address");
  address.longest = 80;
  const auto form =
      post_form("/attendance/case/reply-to", frame.token,
                join({hidden_field("pupil", view.pupil), hidden_field("meeting", view.meeting),
                      input_field(address), button("Keep the address", "secondary")}),
                {attr("class", "hb-told")});
  return part("reply", "Where families answer", form);
}

}  // namespace

Html texts_page(const TextsView& view, PageFrame frame) {
  frame.title = "Texts to copy: " + view.name;
  frame.path = "/attendance";
  Html main = case_head("Texts to copy", view.name + ", " + view.class_name,
                        {case_address(view.pupil), "The case"});
  main += paragraph(view.about);
  main += paragraph("Handbell sends nothing itself. Copy each text, send or log it, then say so.");
  for (const auto& copy : view.texts) main += text_part(view, copy, frame);
  return page(frame, main + address_part(view, frame));
}

}  // namespace handbell::office
