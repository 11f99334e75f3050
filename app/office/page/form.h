// The parts of a form, as govuk-frontend sets them out: label, hint, what is wrong, field.
//
// A form that comes back says at its top what is wrong with a link to each field, says it again at
// the field, and holds what was typed. Nothing is checked in the browser alone.
#pragma once

#include "app/office/page/html.h"

#include <string>
#include <utility>
#include <vector>

namespace handbell::office {

/// What is wrong with a form, in the order in which it was found.
class FormErrors {
 public:
  /// `field`: the id of the field on the page.
  void add(const std::string& field, const std::string& sentence);
  [[nodiscard]] bool empty() const { return errors_.empty(); }
  /// The first one of this field, or empty.
  [[nodiscard]] std::string of(const std::string& field) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const {
    return errors_;
  }

 private:
  std::vector<std::pair<std::string, std::string>> errors_;
};

/// "There is a problem", with a link to each field; nothing where nothing is wrong.
[[nodiscard]] Html error_summary(const FormErrors& errors,
                                 std::string_view title = "There is a problem");

/// One field. `name` is its name and its id.
struct Field {
  std::string name;
  std::string label;
  std::string hint{};
  std::string value{};
  std::string error{};
  std::string type = "text";  ///< "date", "time", "password", "tel", "search", "number"
  std::string autocomplete = "off";
  std::string inputmode{};  ///< "numeric"
  std::string width{};      ///< "5", "10", "20": characters
  int longest = 200;
  bool required = false;
};
[[nodiscard]] Html input_field(const Field& field);
[[nodiscard]] Html text_area(const Field& field, int rows = 3);

struct Choice {
  std::string value;
  std::string label;
  std::string hint{};
};
[[nodiscard]] Html select_field(const Field& field, const std::vector<Choice>& choices);
/// A legend with one line for each choice; small and side by side where `inline_look`.
[[nodiscard]] Html radio_field(const Field& field, const std::vector<Choice>& choices,
                               bool inline_look = false);
/// Several may be chosen: each sends the same name.
[[nodiscard]] Html checkbox_field(const Field& field, const std::vector<Choice>& choices,
                                  const std::vector<std::string>& chosen);
/// A file to be sent.
[[nodiscard]] Html file_field(const Field& field);

[[nodiscard]] Html hidden_field(std::string_view name, std::string_view value);

/// `look`: "", "secondary", "warning". Where it has a name, it sends the value.
[[nodiscard]] Html button(std::string_view words, std::string_view look = "",
                          std::string_view name = "", std::string_view value = "");

/// POST to `action` with the person's own token, which is asked for again there.
[[nodiscard]] Html post_form(std::string_view action, std::string_view token, const Html& inside,
                             Attributes more = {});
/// Carries a file.
[[nodiscard]] Html upload_form(std::string_view action, std::string_view token, const Html& inside);
/// GET to `action`: it changes nothing, and its fields stand in the address. Never for names.
[[nodiscard]] Html question_form(std::string_view action, const Html& inside);

/// A link as text has it.
[[nodiscard]] Html link(std::string_view address, std::string_view words);
[[nodiscard]] Html heading(std::string_view words, int level, std::string_view id = "");
/// A part of a page with its heading, framed.
[[nodiscard]] Html part(std::string_view id, std::string_view title, const Html& inside);
[[nodiscard]] Html paragraph(std::string_view words);
/// "Nothing here": what stands in a list without lines.
[[nodiscard]] Html calm(std::string_view words);

/// A table whose first row names the columns. Each row has as many cells as there are columns. The
/// first cell of a row is its heading.
struct Table {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<Html>> rows;
  bool sortable = false;
};
[[nodiscard]] Html table(const Table& table);

/// A small coloured word. `look`: "red", "orange", "yellow", "green", "blue", "grey".
[[nodiscard]] Html tag(std::string_view words, std::string_view look);

}  // namespace handbell::office
