#include "app/office/out/out_parts.h"

namespace handbell::office {
namespace {

Html undo_collector(const CollectorLine& line, const PageFrame& frame) {
  return post_form("/out/collector/undo", frame.token,
                   join({hidden_field("entry", line.entry), hidden_field("day", line.day),
                         row_button("Take back", line.adult + " for " + line.name)}));
}

}  // namespace

Html hidden_words(std::string_view words) {
  return element("span", {attr("class", "govuk-visually-hidden")}, text(words));
}

Html counted(std::string_view id, std::string_view title, std::size_t count, const Html& inside,
             bool live) {
  const std::string head = std::string(id) + "-heading";
  const auto number = element("span", {attr("class", "hb-count")}, text(std::to_string(count)));
  Attributes all{attr("id", id), attr("class", "hb-part"), attr("aria-labelledby", head)};
  if (live) all.push_back(attr("data-live", ""));
  return element("section", all,
                 element("h2", {attr("class", "govuk-heading-m"), attr("id", head)},
                         join({text(title), text(" "), number})) +
                     inside);
}

Html who_words(const std::string& pupil, const std::string& name, const std::string& class_name) {
  return join(
      {element("strong", {attr("class", "hb-name")}, link("/out/child?pupil=" + pupil, name)),
       text(" "), element("span", {attr("class", "hb-people__class")}, text(class_name))});
}

Html row_button(std::string_view words, std::string_view whom, const std::string& id) {
  Attributes all{attr("class", "govuk-button govuk-button--secondary hb-row-button"),
                 attr("type", "submit")};
  if (!id.empty()) all.push_back(attr("id", id));
  return element("button", all, text(words) + hidden_words(" for " + std::string(whom)));
}

Html collectors_table(const std::vector<CollectorLine>& lines, bool may_write,
                      const PageFrame& frame, bool with_name) {
  Table list{"Who may collect for one day", {"Day"}, {}, false};
  if (with_name) list.columns.emplace_back("Child");
  for (const char* column : {"Adult", "Who told us, and how"}) list.columns.emplace_back(column);
  if (may_write) list.columns.emplace_back("Take back");
  for (const auto& line : lines) {
    std::vector<Html> row{text(line.date)};
    if (with_name) row.push_back(text(line.name + " (" + line.class_name + ")"));
    row.push_back(text(line.adult));
    Html told = text(line.told);
    if (!line.despite.empty()) {
      told += element("span", {attr("class", "hb-note hb-note--urgent")},
                      text("In spite of a warning: " + line.despite));
    }
    row.push_back(told);
    if (may_write) row.push_back(undo_collector(line, frame));
    list.rows.push_back(std::move(row));
  }
  return table(list);
}

}  // namespace handbell::office
