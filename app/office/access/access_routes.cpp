#include "app/office/access/access_routes.h"

#include <iterator>

namespace handbell::office {

Routes access_routes(Access& access) {
  Routes all = users_routes(access);
  for (Routes more : {devices_routes(access), account_routes(access)}) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
  }
  return all;
}

Answer show_code_once(const Visit& visit, const std::string& title, const std::string& code,
                      const std::string& how) {
  PageFrame frame = visit.frame;
  frame.title = title;
  return page_answer(page(
      frame,
      join({heading(title, 1),
            element("p", {attr("class", "govuk-body hb-secret")}, element("code", text(code))),
            paragraph(how), paragraph("It is shown this once."),
            element("p", {attr("class", "govuk-body")}, link("/", "Back to the first page"))})));
}

Answer noted(Answer answer, reg::ReadKind kind, const std::string& words) {
  answer.read.push_back({kind, std::nullopt, words});
  return answer;
}

Html action_form(const Visit& visit, const std::string& place, const std::string& id,
                 const std::string& words, const std::string& look) {
  return post_form(place, visit.who.form_token,
                   join({hidden_field("id", id), button(words, look)}));
}

}  // namespace handbell::office
