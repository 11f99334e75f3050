#include "app/office/page/collect_parts.h"

namespace handbell::office {
namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string words;
  for (const auto& name : names) words += (words.empty() ? "" : "; ") + name;
  return words;
}

Html row_of_list(std::string_view title, const std::string& words) {
  return element("div", {attr("class", "hb-collect__row")},
                 element("dt", {attr("class", "hb-collect__title")}, text(title)) +
                     element("dd", {attr("class", "hb-collect__names")}, text(words)));
}

}  // namespace

Html warning_words(const CollectWords& child) {
  if (child.warning.empty()) return {};
  return element("p", {attr("class", "hb-release__warning")},
                 join({element("strong", text("Do not hand over without a reason in words: ")),
                       text(child.name + ": " + child.warning + ".")}));
}

Html collect_list(const CollectWords& child) {
  Html rows;
  if (!child.may_collect.empty()) rows += row_of_list("May collect", listed(child.may_collect));
  if (!child.may_not.empty()) rows += row_of_list("May not collect", listed(child.may_not));
  Html nobody;
  if (child.no_contacts) {
    nobody = element("p", {attr("class", "hb-collect__none")},
                     text("No contacts are known for this child: ask the office manager to import "
                          "them."));
  }
  if (rows.empty()) return nobody;
  return element("dl", {attr("class", "hb-collect")}, rows) + nobody;
}

Html check_field(const std::string& name, const std::string& value, const FormErrors& errors) {
  Field field;
  field.name = name;
  field.label = "How was the adult checked?";
  field.value = value;
  field.error = errors.of(name);
  return radio_field(field,
                     {{"known_to_staff", "Known to staff", ""},
                      {"photo_id", "Photo ID", ""},
                      {"password_of_the_day", "Password of the day", ""}},
                     true);
}

Field line_field(const std::string& name, const std::string& label, const std::string& value,
                 const FormErrors& errors) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = value;
  field.error = errors.of(name);
  return field;
}

Html despite_warning_field(const std::string& name, const std::string& label,
                           const std::string& value, const FormErrors& errors) {
  auto despite = line_field(name, label, value, errors);
  despite.hint = "Ask the headteacher or the DSL first. What you write stays in the record.";
  despite.longest = 1000;
  return input_field(despite);
}

}  // namespace handbell::office
