#include "app/office/letters/wording_routes.h"

#include "app/base/hex.h"
#include "app/base/school_time.h"
#include "app/journal/digest.h"
#include "app/journal/letter_codec.h"
#include "app/office/letters/page_letters.h"
#include "app/office/letters/sheet_html.h"
#include "app/office/page/typed_text.h"
#include "app/paper/child_letter.h"
#include "app/paper/picture.h"
#include "app/register/letter_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace handbell::office {
namespace {

using paper::LetterKind;
using paper::LetterTemplate;
using reg::Role;

constexpr const char* kOne = "/letters/templates/one";
constexpr const char* kLook = "/letters/templates/look";
constexpr const char* kLogo = "/letters/logo";
constexpr std::uint64_t kLargestSent = 8ULL * 1024 * 1024;  // a photograph is refused in words

std::string when_words(Instant at) {
  const auto local = to_local(at);
  return local ? fmt::format("{}, {}", local->day.words(), local->time.hh_mm()) : "";
}

Result<Answer> list_wordings(const Visit& visit, store::Register& held) {
  const auto changes = held.letter_changes();
  if (!changes) return fail(changes.error());
  std::vector<WordingLine> lines;
  for (const LetterKind kind : paper::all_letter_kinds()) {
    WordingLine line{std::string(text_of(kind)), std::string(words_of(kind)), "Handbell's wording"};
    for (const auto& change : *changes) {
      if (change.what.kind != line.kind) continue;
      line.state = change.what.is.empty()
                       ? "Handbell's wording"
                       : fmt::format("The school's: {}, {}", change.what.by.text(),
                                     when_words(change.typed));
    }
    lines.push_back(std::move(line));
  }
  return page_answer(wordings_page(lines, visit.frame));
}

/// What is kept of this kind: the school's words or Handbell's, and every change.
Result<WordingView> view_of(store::Register& held, LetterKind kind) {
  const auto changes = held.letter_changes();
  if (!changes) return fail(changes.error());
  WordingView view;
  view.kind = text_of(kind);
  view.title = words_of(kind);
  view.newest = "0";
  view.words = reg::wording_of(*changes, view.kind);
  view.own = !view.words.empty();
  if (!view.own) view.words = paper::own_wording(kind);
  for (const auto& field : paper::fields_of(kind)) {
    view.fields.push_back({fmt::format("{{{{{}}}}}", field.name), std::string(field.meaning)});
  }
  for (const auto& change : *changes) {
    if (change.what.kind != view.kind) continue;
    view.newest = std::to_string(change.entry);
    view.history.push_back(
        {when_words(change.typed), change.what.by.text(), change.what.reason, change.what.is});
  }
  std::ranges::reverse(view.history);
  return view;
}

/// With invented figures; a list or table is shown as lines to write on.
Html example_of(const LetterTemplate& wording, const Visit& visit, bool logo) {
  return sheet_html(wording.filled(paper::example_values(wording.kind())),
                    {visit.frame.school, "Made as an example: no child is named here.", logo});
}

Result<Answer> wording_answer(const Visit& visit, store::Register& held, const WordingView& view,
                              const FormErrors& errors) {
  const auto logo = held.logo();
  if (!logo) return fail(logo.error());
  const auto wording = LetterTemplate::parse(*paper::parse_letter_kind(view.kind), view.words);
  PageFrame frame = visit.frame;
  frame.errors = errors;
  const Html sheet = wording ? example_of(*wording, visit, !logo->empty()) : Html();
  return page_answer(wording_page(view, sheet, frame), errors.empty() ? 200 : 422);
}

Result<Answer> show_wording(const Visit& visit, store::Register& held) {
  const auto kind = paper::parse_letter_kind(visit.query("kind"));
  if (!kind) return not_found(visit);
  const auto view = view_of(held, *kind);
  if (!view) return fail(view.error());
  return wording_answer(visit, held, *view, {});
}

Result<Answer> example_as_pdf(const Visit& visit, store::Register& held,
                              const LetterTemplate& wording) {
  auto logo = held.logo();
  if (!logo) return fail(logo.error());
  paper::Letterhead head;
  head.school = visit.frame.school;
  head.logo = std::move(*logo);
  head.made = visit.now;
  head.stamp = "Made as an example: no child is named here.";
  const auto bytes =
      paper::render_pdf({wording.filled(paper::example_values(wording.kind()))}, head);
  if (!bytes) return fail(bytes.error());
  net::Response file{200, "application/pdf", *bytes, {}};
  file.headers["Content-Disposition"] = "attachment; filename=\"example.pdf\"";
  return Answer{std::move(file)};
}

/// Without the carriage returns that browsers send.
std::string plain_lines(std::string words) {
  std::erase(words, '\r');
  return words;
}

Result<Answer> keep(const Visit& visit, store::Register& held, const WordingView& held_view,
                    const std::string& is) {
  const std::string was = held_view.own ? held_view.words : "";
  if (was == is) {
    return go_to(std::string(kOne) + "?kind=" + held_view.kind,
                 "That is the wording already: nothing was changed.");
  }
  const Status changed = held.change_letter(
      {held_view.kind, was, is, visit.typed("reason"), visit.who.author}, visit.now);
  if (!changed) return fail(changed.error());
  return go_to(std::string(kOne) + "?kind=" + held_view.kind,
               is.empty() ? "Handbell's wording stands again." : "The new wording is kept.");
}

/// What was sent in the place of what is held.
struct Reworded {
  WordingView held;
  WordingView typed;
  FormErrors errors;
};

/// Nothing where there is no such letter.
Result<std::optional<Reworded>> reworded(const Visit& visit, store::Register& held) {
  const auto kind = paper::parse_letter_kind(visit.typed("kind"));
  if (!kind) return std::nullopt;
  auto view = view_of(held, *kind);
  if (!view) return fail(view.error());
  Reworded asked{*view, std::move(*view), {}};
  asked.typed.words = plain_lines(net::field(visit.form, "words"));
  asked.typed.reason = visit.typed("reason");
  return std::optional(std::move(asked));
}

/// Before it is kept: nothing is written here, so nobody who writes waits for a PDF.
Result<Answer> look_at_wording(const Visit& visit, store::Register& held) {
  auto asked = reworded(visit, held);
  if (!asked) return fail(asked.error());
  if (!*asked) return not_found(visit);
  auto& [as_held, typed, errors] = **asked;
  const auto wording = LetterTemplate::parse(*paper::parse_letter_kind(typed.kind), typed.words);
  if (!wording) errors.add("words", sentence(wording.error()));
  if (wording && visit.typed("do") == "pdf") return example_as_pdf(visit, held, *wording);
  return wording_answer(visit, held, typed, errors);
}

Result<Answer> post_wording(const Visit& visit, store::Register& held) {
  auto asked = reworded(visit, held);
  if (!asked) return fail(asked.error());
  if (!*asked) return not_found(visit);
  const std::string doing = visit.typed("do");
  if (doing != "keep" && doing != "own") return not_found(visit);
  auto& [as_held, typed, errors] = **asked;
  const bool back = doing == "own";
  const auto wording = LetterTemplate::parse(*paper::parse_letter_kind(typed.kind), typed.words);
  if (!wording && !back) errors.add("words", sentence(wording.error()));
  const std::string seen = visit.typed("newest");
  if (!seen.empty() && seen != as_held.newest) {
    errors.add("words",
               "Somebody changed this letter while you wrote: see the history below, then keep "
               "yours once more or open the letter again.");
  }
  (void)checked_text(typed.reason, "reason",
                     {"Say why: it stands in the history.", reg::kLongestLetterReason}, errors);
  if (!errors.empty()) return wording_answer(visit, held, typed, errors);
  return keep(visit, held, as_held, back ? "" : typed.words);
}

Result<Answer> show_logo(const Visit& visit, store::Register& held, const FormErrors& errors = {}) {
  const auto logo = held.logo();
  if (!logo) return fail(logo.error());
  const auto changes = held.letter_changes();
  if (!changes) return fail(changes.error());
  LogoView view{!logo->empty(), visit.typed("reason"), visit.typed("why"), {}};
  for (const auto& change : *changes) {
    if (change.what.kind != journal::kLogoKind) continue;
    view.history.push_back({when_words(change.typed), change.what.by.text(), change.what.reason,
                            change.what.is.empty() ? "No logo" : change.what.is});
  }
  std::ranges::reverse(view.history);
  PageFrame frame = visit.frame;
  frame.errors = errors;
  return page_answer(logo_page(view, frame), errors.empty() ? 200 : 422);
}

std::string digest_of(const std::string& bytes) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto digest = journal::commitment_of({data, bytes.size()}, journal::Salt{});
  return to_hex(digest);
}

Result<Answer> post_logo(const Visit& visit, store::Register& held) {
  const std::string bytes = net::field(visit.form, "logo");
  FormErrors errors;
  if (const Status fits = paper::fits_logo(bytes); !fits) {
    errors.add("logo", sentence(fits.error()));
  }
  (void)checked_text(visit.typed("reason"), "reason",
                     {"Say why: it stands in the history.", reg::kLongestLetterReason}, errors);
  if (!errors.empty()) return show_logo(visit, held, errors);
  const bool png = paper::type_of_picture(bytes) == "image/png";
  const std::string is =
      fmt::format("{} of {} kB", png ? "a PNG" : "an SVG", (bytes.size() + 1023) / 1024);
  const Status changed = held.change_logo(
      {is, digest_of(bytes), visit.typed("reason"), visit.who.author}, bytes, visit.now);
  if (!changed) return fail(changed.error());
  return go_to(kLogo, "The logo stands on the letters from now on.");
}

Result<Answer> remove_logo(const Visit& visit, store::Register& held) {
  const auto logo = held.logo();
  if (!logo) return fail(logo.error());
  if (logo->empty()) return go_to(kLogo, "There was no logo: nothing was changed.");
  FormErrors errors;
  (void)checked_text(visit.typed("why"), "why",
                     {"Say why: it stands in the history.", reg::kLongestLetterReason}, errors);
  if (!errors.empty()) return show_logo(visit, held, errors);
  const Status changed =
      held.change_logo({"", "", visit.typed("why"), visit.who.author}, "", visit.now);
  if (!changed) return fail(changed.error());
  return go_to(kLogo, "No logo stands on the letters any more.");
}

/// As pixels, whatever was given: a drawing with a program in it is no program here.
Result<Answer> logo_picture(const Visit& visit, store::Register& held) {
  const auto logo = held.logo();
  if (!logo) return fail(logo.error());
  const auto png =
      logo->empty() ? fail(FaultCode::logo_unfit, "is not there") : paper::as_png(*logo);
  if (!png) return not_found(visit);
  net::Response picture{200, "image/png", *png, {}};
  picture.headers["Cache-Control"] = "no-store";
  return Answer{std::move(picture)};
}

}  // namespace

Routes wording_routes() {
  const std::vector<Role> who{Role::head, Role::champion};
  const std::vector<Role> readers{Role::office, Role::head, Role::champion};
  return {{"GET", "/letters/templates", who, Runs::reading, list_wordings},
          {"GET", kOne, who, Runs::reading, show_wording},
          {"POST", kOne, who, Runs::writing, post_wording},
          {"POST", kLook, who, Runs::reading, look_at_wording},
          {"GET", kLogo, who, Runs::reading,
           [](const Visit& visit, store::Register& held) { return show_logo(visit, held); }},
          {"POST", kLogo, who, Runs::writing, post_logo},
          {"POST", "/letters/logo/remove", who, Runs::writing, remove_logo},
          {"GET", "/letters/logo/picture", readers, Runs::reading, logo_picture}};
}

std::uint64_t largest_logo_body(const std::string& path) {
  return path == kLogo ? kLargestSent : 0;
}

}  // namespace handbell::office
