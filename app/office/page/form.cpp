#include "app/office/page/form.h"

#include "app/base/check.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string group_class(const Field& field) {
  return field.error.empty() ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";
}

Html hint_of(const Field& field) {
  if (field.hint.empty()) return {};
  return element("div", {attr("class", "govuk-hint"), attr("id", field.name + "-hint")},
                 text(field.hint));
}

Html error_of(const Field& field) {
  if (field.error.empty()) return {};
  const auto spoken = element("span", {attr("class", "govuk-visually-hidden")}, text("Error: "));
  return element("p", {attr("class", "govuk-error-message"), attr("id", field.name + "-error")},
                 spoken + text(field.error));
}

void add_description(const Field& field, Attributes& attributes) {
  std::string ids = field.hint.empty() ? "" : field.name + "-hint";
  if (!field.error.empty()) ids += (ids.empty() ? "" : " ") + field.name + "-error";
  if (!ids.empty()) attributes.push_back(attr("aria-describedby", ids));
  if (!field.error.empty()) attributes.push_back(attr("aria-invalid", "true"));
}

Html label_of(const Field& field) {
  return element("label", {attr("class", "govuk-label"), attr("for", field.name)},
                 text(field.label));
}

std::string looks(const std::string& base, const Field& field) {
  std::string all = base;
  if (!field.width.empty()) all += fmt::format(" govuk-input--width-{}", field.width);
  if (!field.error.empty()) all += fmt::format(" {}--error", base);
  return all;
}

Html in_group(const Field& field, const Html& control) {
  return element("div", {attr("class", group_class(field))},
                 join({label_of(field), hint_of(field), error_of(field), control}));
}

Attributes control(const Field& field, const std::string& look) {
  Attributes all{attr("class", looks(look, field)), attr("id", field.name),
                 attr("name", field.name)};
  add_description(field, all);
  return all;
}

/// One radio button or checkbox with its label.
Html item(const std::string& kind, const std::string& id, const Field& field, const Choice& choice,
          bool chosen) {
  const std::string type = kind == "radios" ? "radio" : "checkbox";
  const std::string look = "govuk-" + kind;
  Attributes input{attr("class", look + "__input"), attr("id", id), attr("name", field.name),
                   attr("type", type), attr("value", choice.value)};
  if (chosen) input.push_back(flag("checked"));
  const auto label =
      element("label", {attr("class", "govuk-label " + look + "__label"), attr("for", id)},
              text(choice.label));
  Html hint;
  if (!choice.hint.empty()) {
    input.push_back(attr("aria-describedby", id + "-hint"));
    hint =
        element("div", {attr("class", "govuk-hint " + look + "__hint"), attr("id", id + "-hint")},
                text(choice.hint));
  }
  return element("div", {attr("class", look + "__item")},
                 join({lone("input", input), label, hint}));
}

Html choice_group(const std::string& kind, const std::string& look, const Field& field,
                  const std::vector<Choice>& choices, const std::vector<std::string>& chosen) {
  Html items;
  // The first one has the field's own id: the error summary leads there.
  std::string id = field.name;
  int number = 1;
  for (const auto& choice : choices) {
    const bool is = std::ranges::find(chosen, choice.value) != chosen.end();
    items += item(kind, id, field, choice, is);
    id = fmt::format("{}-{}", field.name, ++number);
  }
  Attributes set{attr("class", "govuk-fieldset")};
  add_description(field, set);
  std::erase_if(set, [](const Attribute& each) {
    return each.markup().find("aria-invalid") != std::string::npos;
  });
  const auto legend =
      element("legend", {attr("class", "govuk-fieldset__legend")}, text(field.label));
  const auto inside =
      join({legend, hint_of(field), error_of(field), element("div", {attr("class", look)}, items)});
  return element("div", {attr("class", group_class(field))}, element("fieldset", set, inside));
}

}  // namespace

void FormErrors::add(const std::string& field, const std::string& sentence) {
  errors_.emplace_back(field, sentence);
}

std::string FormErrors::of(const std::string& field) const {
  for (const auto& [name, sentence] : errors_) {
    if (name == field) return sentence;
  }
  return "";
}

Html error_summary(const FormErrors& errors, std::string_view title) {
  if (errors.empty()) return {};
  Html lines;
  for (const auto& [field, sentence] : errors.all()) {
    lines += element("li", element("a", {url("href", "#" + field)}, text(sentence)));
  }
  const auto list = element("ul", {attr("class", "govuk-list govuk-error-summary__list")}, lines);
  const auto head = element(
      "h2", {attr("class", "govuk-error-summary__title"), attr("id", "problem")}, text(title));
  return element("div",
                 {attr("class", "govuk-error-summary"), attr("role", "alert"),
                  attr("aria-labelledby", "problem"), attr("tabindex", "-1")},
                 head + element("div", {attr("class", "govuk-error-summary__body")}, list));
}

Html input_field(const Field& field) {
  auto all = control(field, "govuk-input");
  all.push_back(attr("type", field.type));
  all.push_back(attr("value", field.value));
  all.push_back(attr("maxlength", std::to_string(field.longest)));
  all.push_back(attr("autocomplete", field.autocomplete));
  all.push_back(attr("spellcheck", "false"));
  if (!field.inputmode.empty()) all.push_back(attr("inputmode", field.inputmode));
  if (field.required) all.push_back(attr("aria-required", "true"));
  return in_group(field, lone("input", all));
}

Html text_area(const Field& field, int rows) {
  auto all = control(field, "govuk-textarea");
  all.push_back(attr("rows", std::to_string(rows)));
  all.push_back(attr("maxlength", std::to_string(field.longest)));
  return in_group(field, element("textarea", all, text(field.value)));
}

Html select_field(const Field& field, const std::vector<Choice>& choices) {
  Html options;
  for (const auto& choice : choices) {
    Attributes option{attr("value", choice.value)};
    if (choice.value == field.value) option.push_back(flag("selected"));
    options += element("option", option, text(choice.label));
  }
  return in_group(field, element("select", control(field, "govuk-select"), options));
}

Html radio_field(const Field& field, const std::vector<Choice>& choices, bool inline_look) {
  const std::string look = inline_look ? "govuk-radios govuk-radios--small govuk-radios--inline"
                                       : "govuk-radios govuk-radios--small";
  return choice_group("radios", look, field, choices, {field.value});
}

Html checkbox_field(const Field& field, const std::vector<Choice>& choices,
                    const std::vector<std::string>& chosen) {
  return choice_group("checkboxes", "govuk-checkboxes govuk-checkboxes--small", field, choices,
                      chosen);
}

Html file_field(const Field& field) {
  auto all = control(field, "govuk-file-upload");
  all.push_back(attr("type", "file"));
  return in_group(field, lone("input", all));
}

Html hidden_field(std::string_view name, std::string_view value) {
  return lone("input", {attr("type", "hidden"), attr("name", name), attr("value", value)});
}

Html button(std::string_view words, std::string_view look, std::string_view name,
            std::string_view value) {
  const std::string looks =
      look.empty() ? "govuk-button" : fmt::format("govuk-button govuk-button--{}", look);
  Attributes all{attr("class", looks), attr("type", "submit")};
  if (!name.empty()) {
    all.push_back(attr("name", name));
    all.push_back(attr("value", value));
  }
  return element("button", all, text(words));
}

Html post_form(std::string_view action, std::string_view token, const Html& inside,
               Attributes more) {
  more.push_back(attr("method", "post"));
  more.push_back(url("action", action));
  return element("form", more, hidden_field("token", token) + inside);
}

Html upload_form(std::string_view action, std::string_view token, const Html& inside) {
  return post_form(action, token, inside, {attr("enctype", "multipart/form-data")});
}

Html question_form(std::string_view action, const Html& inside) {
  return element("form", {attr("method", "get"), url("action", action)}, inside);
}

Html link(std::string_view address, std::string_view words) {
  return element("a", {attr("class", "govuk-link"), url("href", address)}, text(words));
}

Html heading(std::string_view words, int level, std::string_view id) {
  check(level >= 1 && level <= 3);
  constexpr std::array kSizes{"l", "m", "s"};
  Attributes all{
      attr("class", fmt::format("govuk-heading-{}", kSizes[static_cast<std::size_t>(level - 1)]))};
  if (!id.empty()) all.push_back(attr("id", id));
  return element(fmt::format("h{}", level), all, text(words));
}

Html part(std::string_view id, std::string_view title, const Html& inside) {
  const std::string head = std::string(id) + "-heading";
  return element("section",
                 {attr("id", id), attr("class", "hb-part"), attr("aria-labelledby", head)},
                 heading(title, 2, head) + inside);
}

Html paragraph(std::string_view words) {
  return element("p", {attr("class", "govuk-body")}, text(words));
}

Html calm(std::string_view words) { return element("p", {attr("class", "hb-calm")}, text(words)); }

Html table(const Table& table) {
  Html columns;
  for (const auto& name : table.columns) {
    columns +=
        element("th", {attr("class", "govuk-table__header"), attr("scope", "col")}, text(name));
  }
  Html rows;
  for (const auto& row : table.rows) {
    check(row.size() == table.columns.size());
    Html cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      // On a narrow screen each cell stands on a line of its own behind the column's name.
      const auto name = attr("data-label", table.columns[i]);
      cells +=
          i == 0 ? element("th", {attr("class", "govuk-table__header"), attr("scope", "row"), name},
                           row[i])
                 : element("td", {attr("class", "govuk-table__cell"), name}, row[i]);
    }
    rows += element("tr", {attr("class", "govuk-table__row")}, cells);
  }
  Attributes whole{attr(
      "class", table.sortable ? "govuk-table hb-list hb-list--sortable" : "govuk-table hb-list")};
  const auto caption =
      element("caption", {attr("class", "govuk-table__caption govuk-table__caption--s")},
              text(table.caption));
  return element(
      "table", whole,
      join({caption, element("thead", {attr("class", "govuk-table__head")}, element("tr", columns)),
            element("tbody", {attr("class", "govuk-table__body")}, rows)}));
}

Html tag(std::string_view words, std::string_view look) {
  return element("strong", {attr("class", fmt::format("govuk-tag govuk-tag--{}", look))},
                 text(words));
}

}  // namespace handbell::office
