#include "app/office/letters/letters_routes.h"

#include "app/base/text.h"
#include "app/office/letters/letters.h"
#include "app/office/letters/page_letters.h"
#include "app/office/letters/sheet_html.h"
#include "app/office/letters/suggested.h"
#include "app/office/page/child_name.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using paper::LetterKind;
using paper::LetterSource;
using reg::Role;
using Batches = std::shared_ptr<LetterBatches>;

net::Response pdf_file(const std::string& bytes, LetterKind kind) {
  net::Response file{200, "application/pdf", bytes, {}};
  file.headers["Content-Disposition"] =
      fmt::format("attachment; filename=\"{}.pdf\"", paper::text_of(kind));
  file.headers["Cache-Control"] = "no-store";
  return file;
}

/// That it was printed for this child.
ReadNote printed(LetterKind kind, std::optional<PupilId> pupil) {
  return {reg::ReadKind::printed_list, pupil, std::string(paper::words_of(kind))};
}

void note_printed(std::vector<ReadNote>& notes, LetterKind kind, std::optional<PupilId> pupil) {
  notes.push_back(printed(kind, pupil));
  if (!shows_case(kind)) return;
  notes.push_back({reg::ReadKind::case_read, pupil, std::string(paper::words_of(kind))});
}

/// Whom the attendance page suggests is what that page shows.
void note_suggested(std::vector<ReadNote>& notes, const LettersView& view) {
  if (view.class_name != kSuggested || view.children.empty()) return;
  notes.push_back({reg::ReadKind::case_read, {}, "list of suggestions", true});
}

Answer form_answer(const LettersView& view, const PageFrame& frame, int status) {
  Answer answer = page_answer(letters_page(view, frame), status);
  note_suggested(answer.read, view);
  return answer;
}

Result<LettersView> view_for(const Visit& visit, store::Register& held, const Batches& batches) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  return letters_view(visit, **school, batches->all_of(visit.who.form_token));
}

Result<Answer> show(const Visit& visit, store::Register& held, const Batches& batches) {
  auto view = view_for(visit, held, batches);
  if (!view) return fail(view.error());
  PageFrame frame = visit.frame;
  const auto kind = kind_asked(visit, visit.query("kind"));
  if (kind) view->kind = text_of(*kind);
  view->class_name = visit.query("class");
  if (kind && !view->class_name.empty()) {
    const Status added = add_children(*view, held, visit.today, frame.errors);
    if (!added) return fail(added.error());
  }
  return form_answer(*view, frame, frame.errors.empty() ? 200 : 422);
}

/// What was sent, with the children that it names.
Status fill_as_typed(const Visit& visit, store::Register& held, LettersView& view,
                     FormErrors& errors) {
  view.kind = visit.typed("kind");
  view.class_name = visit.typed("class");
  view.numbers = visit.typed("numbers");
  if (!kind_asked(visit, view.kind)) {
    errors.add("kind", "Choose what is to be made.");
    view.kind.clear();
    return {};
  }
  return add_children(view, held, visit.today, errors);
}

Result<Answer> choose(const Visit& visit, store::Register& held, const Batches& batches) {
  auto view = view_for(visit, held, batches);
  if (!view) return fail(view.error());
  PageFrame frame = visit.frame;
  if (Status filled = fill_as_typed(visit, held, *view, frame.errors); !filled) {
    return fail(filled.error());
  }
  return form_answer(*view, frame, frame.errors.empty() ? 200 : 422);
}

/// The form once more, with what is wrong.
Result<Answer> refuse(const Visit& visit, store::Register& held, const Batches& batches,
                      const FormErrors& errors) {
  auto view = view_for(visit, held, batches);
  if (!view) return fail(view.error());
  PageFrame frame = visit.frame;
  if (Status filled = fill_as_typed(visit, held, *view, frame.errors); !filled) {
    return fail(filled.error());
  }
  if (frame.errors.empty()) frame.errors = errors;
  for (const auto& [name, value] : visit.form) {
    if (name == "pupil") view->chosen.push_back(value);
  }
  for (const char* field : {"meeting_day", "meeting_time", "meeting_place"}) {
    view->typed[field] = visit.typed(field);
  }
  return form_answer(*view, frame, 422);
}

paper::Sheet sheet_for(const LetterSource& source, const reg::PupilRecord* pupil,
                       const paper::LetterAbout& about) {
  return source.wording().filled(pupil == nullptr ? paper::school_values(source, about)
                                                  : paper::values_of(source, *pupil, about));
}

Html shown(const LetterSource& source, const reg::PupilRecord* pupil,
           const paper::LetterAbout& about) {
  const auto head = source.letterhead(about.made_by);
  return sheet_html(sheet_for(source, pupil, about), {head.school, head.stamp, !head.logo.empty()});
}

Answer look_at_first(const Visit& visit, const LetterJob& job) {
  LettersView view;
  const LetterKind kind = job.source->wording().kind();
  view.kind = text_of(kind);
  view.of_child = paper::is_of_child(kind);
  view.invites = kind == LetterKind::invitation;
  for (const PupilId id : job.pupils) view.chosen.push_back(std::to_string(id.number()));
  for (const char* field : {"meeting_day", "meeting_time", "meeting_place"}) {
    view.typed[field] = visit.typed(field);
  }
  const auto first = job.pupils.empty() ? std::nullopt : std::optional(job.pupils.front());
  const auto* pupil = first ? job.source->school().pupil(*first) : nullptr;
  Answer answer =
      page_answer(preview_letters_page(view, shown(*job.source, pupil, job.about), visit.frame));
  note_printed(answer.read, kind, first);
  return answer;
}

Result<Answer> make(const Visit& visit, store::Register& held, const Batches& batches) {
  const auto kind = kind_asked(visit, visit.typed("kind"));
  FormErrors errors;
  if (!kind) errors.add("kind", "Choose what is to be made.");
  if (!errors.empty()) return refuse(visit, held, batches, errors);
  auto source = LetterSource::read(held, *kind, visit.now, visit.frame.rehearsal);
  if (!source) return fail(source.error());
  LetterJob job;
  job.about = about_typed(visit, errors);
  if (paper::is_of_child(*kind)) job.pupils = pupils_ticked(visit, source->school(), *kind, errors);
  if (!errors.empty()) return refuse(visit, held, batches, errors);
  job.source = std::make_shared<const LetterSource>(std::move(*source));
  job.owner = visit.who.form_token;
  job.day = visit.today;
  if (visit.typed("do") == "look") return look_at_first(visit, job);
  std::vector<ReadNote> notes;
  for (const PupilId pupil : job.pupils) note_printed(notes, *kind, pupil);
  if (notes.empty()) notes.push_back(printed(*kind, std::nullopt));
  const auto number = batches->leave(std::move(job));
  if (!number) {
    return told(visit, 503, "Not done", "Too many letters are on their way: wait a moment.");
  }
  Answer answer = go_to("/letters/batch?batch=" + std::to_string(*number));
  answer.read = std::move(notes);
  return answer;
}

std::optional<BatchSeen> batch_asked(const Visit& visit, const std::string& text,
                                     const Batches& batches) {
  const auto number = whole_number(text);
  if (!number || *number < 1) return std::nullopt;
  auto batch = batches->seen(static_cast<std::uint64_t>(*number), visit.who.form_token);
  if (batch && !paper::may_make(batch->kind, visit.who.roles)) return std::nullopt;
  return batch;
}

Answer show_batch(const Visit& visit, const Batches& batches) {
  const auto batch = batch_asked(visit, visit.query("batch"), batches);
  if (!batch) return not_found(visit);
  const auto view = batch_view(*batch);
  Answer answer = page_answer(batch_page(view, visit.frame));
  // With scripts or without: the browser asks again.
  if (view.on_its_way) answer.response.headers["Refresh"] = "1";
  return answer;
}

Answer give_file(const Visit& visit, const Batches& batches) {
  const auto batch = batch_asked(visit, visit.query("batch"), batches);
  const auto file = batch ? batches->file(batch->number, visit.who.form_token) : nullptr;
  if (file == nullptr) return not_found(visit);
  Answer answer{pdf_file(*file, batch->kind)};
  ReadNote note = printed(batch->kind, std::nullopt);
  if (batch->pupils.size() == 1) note.pupil = batch->pupils.front();
  answer.read.push_back(std::move(note));
  return answer;
}

Answer stop(const Visit& visit, const Batches& batches) {
  const auto batch = batch_asked(visit, visit.typed("batch"), batches);
  if (!batch) return not_found(visit);
  batches->stop(batch->number, visit.who.form_token);
  return go_to("/letters", "Stopped. Nothing of these letters is kept.");
}

/// Whether the same letter of the same day was noted for this child already.
Result<bool> is_noted(store::Register& held, PupilId pupil, const std::string& title) {
  const auto notes = held.case_notes(pupil);
  if (!notes) return fail(notes.error());
  const auto sent = reg::standing<reg::TextSent>(*notes);
  return std::ranges::any_of(sent, [&](const auto& one) { return one.what.title == title; });
}

Result<Answer> note_sent(const Visit& visit, store::Register& held, const Batches& batches) {
  const auto batch = batch_asked(visit, visit.typed("batch"), batches);
  if (!batch || batch->state != BatchState::done || !paper::goes_home(batch->kind)) {
    return not_found(visit);
  }
  const std::string title =
      fmt::format("{} of {}", paper::words_of(batch->kind), batch->day.words());
  std::vector<reg::CaseNote> notes;
  for (const PupilId pupil : batch->pupils) {
    const auto noted = is_noted(held, pupil, title);
    if (!noted) return fail(noted.error());
    if (*noted) continue;
    notes.emplace_back(
        reg::TextSent{pupil, 0, reg::SentKind::letter, title, "", visit.today, visit.who.author});
  }
  if (notes.empty()) return go_to("/letters", "That was noted already: nothing was changed.");
  const auto written = held.write_case(notes, visit.now);
  if (!written) return fail(written.error());
  return go_to("/letters", fmt::format("Noted as sent: {}, {} {}.", paper::words_of(batch->kind),
                                       notes.size(), notes.size() == 1 ? "child" : "children"));
}

/// One sheet that an address names.
struct OneAsked {
  LetterSource source;
  const reg::PupilRecord* pupil = nullptr;  ///< null: the school's
};

/// Nothing where this person has none such.
Result<std::optional<OneAsked>> one_asked(const Visit& visit, store::Register& held) {
  const auto kind = kind_asked(visit, visit.query("kind"));
  if (!kind) return std::nullopt;
  auto source = LetterSource::read(held, *kind, visit.now, visit.frame.rehearsal);
  if (!source) return fail(source.error());
  OneAsked one{std::move(*source)};
  if (!paper::is_of_child(*kind)) return std::optional(std::move(one));
  const auto number = whole_number(visit.query("pupil"));
  if (!number) return std::nullopt;
  one.pupil = one.source.school().pupil(PupilId(*number));
  if (one.pupil == nullptr || !has_letter(*kind, *one.pupil)) return std::nullopt;
  return std::optional(std::move(one));
}

std::optional<PupilId> id_of(const reg::PupilRecord* pupil) {
  return pupil == nullptr ? std::nullopt : std::optional(pupil->id);
}

Result<Answer> one_as_pdf(const Visit& visit, store::Register& held) {
  const auto one = one_asked(visit, held);
  if (!one) return fail(one.error());
  if (!*one) return not_found(visit);
  const auto& source = (*one)->source;
  const paper::LetterAbout about{visit.who.author.text()};
  const auto bytes = paper::render_pdf({sheet_for(source, (*one)->pupil, about)},
                                       source.letterhead(about.made_by));
  if (!bytes) return fail(bytes.error());
  const LetterKind kind = source.wording().kind();
  Answer answer{pdf_file(*bytes, kind)};
  note_printed(answer.read, kind, id_of((*one)->pupil));
  return answer;
}

Result<Answer> one_as_page(const Visit& visit, store::Register& held) {
  const auto one = one_asked(visit, held);
  if (!one) return fail(one.error());
  if (!*one) return not_found(visit);
  const auto& source = (*one)->source;
  const LetterKind kind = source.wording().kind();
  const auto* pupil = (*one)->pupil;
  std::string pdf = "/letters/sheet?kind=" + std::string(text_of(kind));
  if (pupil != nullptr) pdf += "&pupil=" + std::to_string(pupil->id.number());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  Answer answer = page_answer(one_letter_page(
      std::string(words_of(kind)), pdf, shown(source, pupil, {visit.who.author.text()}), *frame));
  note_printed(answer.read, kind, id_of(pupil));
  return answer;
}

}  // namespace

Routes letters_routes(const Batches& batches) {
  const std::vector<Role> who{Role::office, Role::head, Role::champion};
  using Maker = Result<Answer> (*)(const Visit&, store::Register&, const Batches&);
  const auto with = [&](Maker maker) -> Handler {
    return [batches, maker](const Visit& visit, store::Register& held) {
      return maker(visit, held, batches);
    };
  };
  using Shower = Answer (*)(const Visit&, const Batches&);
  const auto alone = [&](Shower shower) -> Handler {
    return [batches, shower](const Visit& visit, store::Register&) -> Result<Answer> {
      return shower(visit, batches);
    };
  };
  return {{"GET", "/letters", who, Runs::reading, with(show)},
          {"POST", "/letters", who, Runs::reading, with(choose)},
          {"POST", "/letters/make", who, Runs::reading, with(make)},
          {"GET", "/letters/batch", who, Runs::reading, alone(show_batch)},
          {"GET", "/letters/batch/file", who, Runs::reading, alone(give_file)},
          {"POST", "/letters/batch/stop", who, Runs::reading, alone(stop)},
          {"POST", "/letters/sent", who, Runs::writing, with(note_sent)},
          {"GET", "/letters/sheet", who, Runs::reading, one_as_pdf},
          {"GET", "/letters/page", who, Runs::reading, one_as_page}};
}

}  // namespace handbell::office
