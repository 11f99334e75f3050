#include "app/office/pupils/copy.h"

#include "app/base/text.h"
#include "app/exchange/subject_source.h"
#include "app/exchange/zip.h"
#include "app/journal/door_book_codec.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/pupils/pupil.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using exchange::SubjectCopy;
using reg::Role;

constexpr std::size_t kMostWords = 400;  // characters of the words to be left in

struct CopyView {
  std::string id;
  std::string child;
  std::vector<Choice> askers;
  std::optional<SubjectCopy> looked{};
};

Result<CopyView> copy_view(store::Register& held, const reg::PupilRecord& pupil) {
  CopyView view{std::to_string(pupil.id.number()),
                child_name(pupil),
                {{"0", "Somebody who is not among the contacts"}}};
  const auto contacts = held.contacts();
  if (!contacts) return fail(contacts.error());
  for (const auto& contact : reg::contacts_of(*contacts, pupil.id)) {
    view.askers.push_back(
        {std::to_string(contact.order), contact.name.text(), contact.relationship});
  }
  return view;
}

Html copy_form(const Visit& visit, const CopyView& view, const FormErrors& errors) {
  Field asker;
  asker.name = "asked-by";
  asker.label = "Who asks";
  asker.hint = "Only this adult's own name, numbers and words stay in.";
  asker.value = visit.typed("asked-by").empty() ? "0" : visit.typed("asked-by");
  asker.error = errors.of("asked-by");
  Field names;
  names.name = "names";
  names.label = "Words that are no names";
  names.hint = "Such as Rose or May where a flower or a month is meant; commas between them.";
  names.value = visit.typed("names");
  names.error = errors.of("names");
  names.longest = static_cast<int>(kMostWords);
  return post_form(
      "/pupils/copy", visit.who.form_token,
      join({hidden_field("pupil", view.id), radio_field(asker, view.askers), input_field(names),
            button("Show what is taken out", "secondary", "as", "look"), text(" "),
            button("Make the zip", "", "as", "zip")}));
}

Html taken_out(const CopyView& view) {
  if (!view.looked) return {};
  Table list{"Words that are taken out", {"Table", "Row", "Column", "Word"}, {}};
  for (const auto& one : view.looked->removed) {
    list.rows.push_back(
        {text(one.table), text(std::to_string(one.row)), text(one.column), text(one.word)});
  }
  const auto inside =
      list.rows.empty() ? calm("No name of anybody else stands in it.") : table(list);
  return part("taken-out", "Taken out", inside);
}

Answer copy_page(const Visit& visit, const CopyView& view, const FormErrors& errors) {
  PageFrame frame = visit.frame;
  frame.title = "Copy of what is held about " + view.child;
  frame.path = "/pupils";
  frame.errors = errors;
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")}, text(frame.title));
  const auto about = paragraph(
      "For a parent, or whoever else may see it: the record, every mark with its history, what the "
      "doors saw, contacts, calls, leave, meetings. Names of other children and adults are taken "
      "out, court orders are kept back. Read all of it before you hand it over.");
  const auto main =
      join({link("/pupils/one?pupil=" + view.id, "Back to " + view.child), title, about,
            taken_out(view), part("make", "Make the copy", copy_form(visit, view, errors))});
  return page_answer(page(frame, main), errors.empty() ? 200 : 422);
}

std::vector<std::string> words_between_commas(const std::string& typed) {
  std::vector<std::string> words;
  for (const auto& each : split(typed, ',')) {
    if (const auto word = trimmed(each); !word.empty()) words.push_back(word);
  }
  return words;
}

Result<SubjectCopy> copy_asked(const Visit& visit, store::Register& held,
                               const reg::PupilRecord& pupil) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto key = held.card_key();
  if (!key) return fail(key.error());
  const exchange::SubjectPorts ports{
      [&](const CardNumber& uid) { return journal::hash_of_card(uid.bytes(), *key); },
      [&](const reg::EventRef& ref) { return held.day_counted(ref); }};
  const auto place = whole_number(visit.typed("asked-by"));
  return exchange::read_subject_copy(
      held,
      {pupil.id,
       static_cast<int>(place.value_or(0)),
       words_between_commas(visit.typed("names")),
       visit.today,
       {visit.frame.school, reg::legal_register(*settings, visit.today), visit.now}},
      ports);
}

Result<Answer> copy_file(const SubjectCopy& copy, PupilId pupil) {
  auto bytes = exchange::zip_of(exchange::subject_files(copy), copy.stamp.made);
  if (!bytes) return fail(bytes.error());
  net::Response file{200, "application/zip", std::move(*bytes), {}};
  // Names never stand where a browser keeps a list of what was fetched.
  file.headers["Content-Disposition"] = "attachment; filename=\"copy-of-what-is-held.zip\"";
  Answer answer{std::move(file)};
  answer.read.push_back({reg::ReadKind::exported, pupil, "copy of everything that is held"});
  return answer;
}

const reg::PupilRecord* pupil_of(const Visit& visit, const reg::School& school) {
  const bool post = visit.request.method == "POST";
  return seen_pupil(visit.who, school, post ? visit.typed("pupil") : visit.query("pupil"));
}

Result<Answer> show_copy(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = pupil_of(visit, **school);
  if (pupil == nullptr) return not_found(visit);
  const auto view = copy_view(held, *pupil);
  if (!view) return fail(view.error());
  return copy_page(visit, *view, {});
}

Result<Answer> make_copy(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = pupil_of(visit, **school);
  if (pupil == nullptr) return not_found(visit);
  auto view = copy_view(held, *pupil);
  if (!view) return fail(view.error());
  FormErrors errors;
  check_choice(visit.typed("asked-by"), view->askers, "asked-by", errors);
  (void)checked_text(visit.typed("names"), "names", {"", kMostWords}, errors);
  if (!errors.empty()) return copy_page(visit, *view, errors);
  auto copy = copy_asked(visit, held, *pupil);
  if (!copy) return fail(copy.error());
  if (visit.typed("as") == "zip") return copy_file(*copy, pupil->id);
  view->looked = std::move(*copy);
  Answer answer = copy_page(visit, *view, {});
  answer.read.push_back({reg::ReadKind::pupil_record, pupil->id, "copy, what is taken out"});
  return answer;
}

}  // namespace

Routes pupil_copy_routes() {
  const std::vector<Role> who{Role::head, Role::dsl};
  return {{"GET", "/pupils/copy", who, Runs::reading, show_copy},
          {"POST", "/pupils/copy", who, Runs::reading, make_copy}};
}

}  // namespace handbell::office
