#include "app/office/settings/page_import.h"

#include "app/office/settings/settings_page.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

constexpr std::size_t kMostShown = 100;

std::vector<Choice> kind_choices_of(const Visit& visit) {
  std::vector<Choice> choices{{"", "Choose"}};
  for (const auto& kind : import_kinds()) {
    if (visit.who.has_one_of(kind.roles)) choices.push_back({kind.key, kind.title});
  }
  return choices;
}

std::vector<Choice> column_choices(const ImportKind& kind) {
  std::vector<Choice> choices{{"", "Leave out"}};
  for (const auto& column : kind.columns()) choices.push_back({column.name, column.name});
  return choices;
}

Html counts(const ImportView& view) {
  const auto& count = view.look.count;
  const auto figure = [](std::string_view what, std::size_t number) {
    return element("div", {attr("class", "hb-count-tile")},
                   element("dt", text(what)) + element("dd", text(std::to_string(number))));
  };
  const auto size = [](int number) { return static_cast<std::size_t>(number); };
  Html tiles =
      join({figure(view.taken ? "Added" : "New", size(count.added)),
            figure("Changed", size(count.changed)), figure("As they were", size(count.unchanged)),
            figure("Not taken", view.look.refused.size())});
  if (view.kind->key == "marks") tiles += figure("Different", view.look.differences.size());
  return element("dl", {attr("class", "hb-count-tiles")}, tiles);
}

Html more_than(std::size_t count) {
  if (count <= kMostShown) return {};
  return paragraph(fmt::format("And {} more.", count - kMostShown));
}

Html refused_part(const ImportView& view) {
  const auto& refused = view.look.refused;
  if (refused.empty()) return {};
  Table list{"Rows that cannot be taken", {"Line", "Column", "Why"}, {}};
  for (std::size_t i = 0; i < refused.size() && i < kMostShown; ++i) {
    list.rows.push_back(
        {text(std::to_string(refused[i].line)), text(refused[i].column), text(refused[i].reason)});
  }
  return part("refused", "Not taken", table(list) + more_than(refused.size()));
}

Html differences_part(const ImportView& view) {
  const auto& found = view.look.differences;
  if (found.empty()) return {};
  Html lines;
  for (std::size_t i = 0; i < found.size() && i < kMostShown; ++i) {
    lines += element("li", link(found[i].place, found[i].words));
  }
  const auto hint = paragraph(
      "Both registers stand until a person amends one of them. Nothing of these becomes a mark by "
      "the import: they stay on the page of differences until both say the same.");
  return part(
      "differences", "Different in the two registers",
      join({hint, element("ul", {attr("class", "govuk-list")}, lines), more_than(found.size()),
            view.taken ? link("/reconcile/differences", "Differences of this year") : Html()}));
}

Html headings_part(const ImportView& view) {
  Table list{"Columns of the file", {"Heading", "Means"}, {}};
  for (std::size_t i = 0; i < view.headings.size(); ++i) {
    const auto& heading = view.headings[i];
    if (!heading.column.empty()) {
      list.rows.push_back({text(heading.words), text(heading.column)});
      continue;
    }
    Field means;
    means.name = fmt::format("means-{}", i);
    means.label = fmt::format("What \"{}\" means", heading.words);
    list.rows.push_back({text(heading.words), select_field(means, column_choices(*view.kind))});
  }
  Html again;
  if (std::ranges::any_of(view.headings, [](const auto& each) { return each.column.empty(); })) {
    again = element("button",
                    {attr("class", "govuk-button govuk-button--secondary"), attr("type", "submit"),
                     url("formaction", "/settings/import/look")},
                    text("Look again with these columns"));
  }
  return part("headings", "Columns", table(list) + again);
}

Html remarks_part(const ImportView& view) {
  auto remarks = view.look.remarks;
  const auto count = remarks.size();
  if (count > kMostShown) remarks.resize(kMostShown);
  return to_mind(remarks) + more_than(count);
}

Html partial_field(const ImportView& view, const FormErrors& errors) {
  if (view.look.refused.empty()) return {};
  Field partial;
  partial.name = "partial";
  partial.label = "Some rows cannot be taken";
  partial.error = errors.of("partial");
  return checkbox_field(partial, {{"yes", "Import the others all the same"}}, {});
}

/// As a page can carry it: a browser sends its own line ends anyhow.
std::string plain_line_ends(const std::string& bytes) {
  std::string plain;
  plain.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      plain += bytes[i];
    } else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') {
      plain += '\n';
    }
  }
  return plain;
}

Html fields_of_file(const ImportView& view) {
  return join({hidden_field("what", view.kind->key), hidden_field("text-name", view.file.name),
               hidden_field("text", plain_line_ends(view.file.bytes))});
}

bool changes_something(const ImportView& view) {
  return view.look.count.added + view.look.count.changed > 0;
}

Html decision(const ImportView& view, const FormErrors& errors) {
  if (!view.look.take) return calm("Say below what the columns mean, then look again.");
  if (!changes_something(view)) {
    return calm("Nothing would change: all that can be taken is here already.");
  }
  return partial_field(view, errors) + button("Import now");
}

}  // namespace

Answer choose_page(const Visit& visit, const FormErrors& errors) {
  Field what = typed_field(visit, errors, "what", "What is in the file", visit.query("what"));
  Field file;
  file.name = "file";
  file.label = "The file";
  file.hint =
      "A list as CSV (comma-separated), of at most 3 MB and 20,000 rows, with a heading over each "
      "column.";
  file.error = errors.of("file");
  const auto inside =
      join({select_field(what, kind_choices_of(visit)), file_field(file), button("Look at it")});
  return settings_page(visit, "Import",
                       paragraph("You see first what the file would change. Nothing is imported "
                                 "until you say so, and importing it again changes nothing.") +
                           upload_form("/settings/import/look", visit.who.form_token, inside),
                       errors);
}

Answer preview_page(const Visit& visit, const ImportView& view, const FormErrors& errors) {
  const std::string title = fmt::format("Import: {}", view.kind->title);
  const auto what = paragraph(fmt::format("{}{}", view.taken ? "Imported: " : "", view.file.name));
  const auto told =
      join({what, counts(view), differences_part(view), refused_part(view), remarks_part(view)});
  const auto back = link("/settings/import?what=" + view.kind->key, "Another file");
  if (view.taken) return settings_page(visit, title, join({told, back}), errors);
  const auto form =
      upload_form("/settings/import", visit.who.form_token,
                  join({fields_of_file(view), decision(view, errors), headings_part(view)}));
  return settings_page(visit, title, join({told, form, back}), errors);
}

}  // namespace handbell::office
