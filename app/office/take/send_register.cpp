#include "app/office/take/send_register.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/take/take_row.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string field_of(PupilId pupil) { return "said-" + std::to_string(pupil.number()); }

bool counts_as_here(const std::pair<const PupilId, reg::InClass>& said) {
  return said.second != reg::InClass::not_here;
}

int here_in(const reg::Answers& said) {
  return static_cast<int>(std::ranges::count_if(said, counts_as_here));
}

class Sender {
 public:
  Sender(const Visit& visit, store::Register& held, const TakeForm& form)
      : visit_(visit), held_(held), form_(form), taken_(form.facts.taken) {}

  Result<SendOutcome> send() {
    out_.typed = typed_register(visit_, form_.facts, out_.errors);
    if (!may_be_taken()) return out_;
    if (taken_.sent && sent_as_typed()) return was_sent();
    note_changes();
    check_headcount();
    check_reason();
    if (!out_.errors.empty()) return out_;
    const auto drafts = make_drafts();
    if (!drafts) return fail(drafts.error());
    if (!out_.errors.empty()) return out_;
    return write(*drafts);
  }

 private:
  void wrong(const std::string& field, const std::string& sentence) {
    out_.errors.add(field, sentence);
  }
  [[nodiscard]] std::string name_of(PupilId pupil) const {
    return child_name(*form_.facts.school->pupil(pupil));
  }
  void doubt(PupilId pupil, const std::string& words) { out_.typed.doubts.emplace(pupil, words); }

  bool may_be_taken() {
    if (!form_.of_today) {
      out_.typed = {};
      wrong("headcount", "This page was of another day, and nothing was sent. This is today's.");
      return false;
    }
    if (form_.facts.begun && form_.facts.meets) return true;
    wrong("take", "There is no register to send: nobody of this class is expected.");
    return false;
  }

  [[nodiscard]] bool sent_as_typed() const {
    return std::ranges::all_of(taken_.children, [this](const reg::ClassChild& child) {
      const auto found = out_.typed.said.find(child.pupil);
      const auto stands = reg::standing(taken_, child);
      return found == out_.typed.said.end() ? !child.expected : stands == found->second;
    });
  }

  SendOutcome was_sent() {
    const auto sent = count_of(taken_);
    out_.done =
        fmt::format("It was sent already, at {} by {}: nothing was changed.", sent.at, sent.by);
    return out_;
  }

  /// What others did since the page was shown.
  void note_changes() {
    const auto known = taken_.sent ? taken_.sent->ref.seq : 0;
    out_.again = taken_.sent.has_value();
    if (taken_.sent && visit_.typed("known") != std::to_string(known)) {
      const auto sent = count_of(taken_);
      wrong("headcount", fmt::format("{} has sent this register at {}. What you say otherwise is "
                                     "marked: say why, or leave it as it is.",
                                     sent.by, sent.at));
      note_differences();
    }
    const auto upto = whole_number(visit_.typed("upto")).value_or(0);
    for (const auto& child : taken_.children) {
      if (!child.mark || static_cast<long long>(child.mark->entry) <= upto) continue;
      const auto found = out_.typed.said.find(child.pupil);
      const bool agrees =
          found != out_.typed.said.end() && reg::said_by(child.mark) == found->second;
      if (agrees || out_.typed.doubts.contains(child.pupil)) continue;
      doubt(child.pupil, "Changed while you took the register: look again");
      wrong(field_of(child.pupil),
            fmt::format("{} has entered a mark for {} at {}. Look again, then send.",
                        child.mark->what.by.text(), name_of(child.pupil),
                        local_hh_mm(child.mark->at)));
    }
  }

  void note_differences() {
    for (const auto& child : taken_.children) {
      const auto found = out_.typed.said.find(child.pupil);
      const auto stands = reg::standing(taken_, child);
      if (!stands || found == out_.typed.said.end() || *stands == found->second) continue;
      doubt(child.pupil, "Sent as " + stands_words(*stands));
    }
  }

  void check_headcount() {
    constexpr long long kMost = 999;
    const auto counted = whole_number(out_.typed.headcount);
    if (out_.typed.headcount.empty()) {
      wrong("headcount", "Type how many children are in class.");
    } else if (!counted || *counted < 0 || *counted > kMost) {
      wrong("headcount", "The headcount is a number, as 27.");
    }
    const auto found = reg::doubts(taken_, out_.typed.said);
    const int here = here_in(out_.typed.said);
    const bool differs = counted && *counted != here;
    if (differs) wrong("headcount", differ_words(*counted, here, found.empty()));
    for (const auto& [pupil, why] : found) {
      const bool said = out_.typed.said.contains(pupil);
      if (!said) {
        wrong(field_of(pupil),
              fmt::format("Say of {}: present, late or not here.", name_of(pupil)));
      }
      if (!said || differs) doubt(pupil, doubt_words(why));
    }
  }

  static std::string differ_words(long long counted, int here, bool nobody) {
    return fmt::format(
        "You counted {}, and {} {} present or late: it was not sent. {}", counted, here,
        here == 1 ? "is" : "are",
        nobody ? "Count again, and look through the names." : "Who is in doubt is marked.");
  }

  void check_reason() {
    const bool changes = taken_.sent.has_value();
    (void)checked_text(out_.typed.reason, "reason", {changes ? "Say why it is changed." : ""},
                       out_.errors);
  }

  Result<std::vector<reg::MarkDraft>> make_drafts() {
    const auto staff = held_.shared_staff();
    if (!staff) return fail(staff.error());
    const auto how = sending_of(visit_, form_.facts, out_.typed.reason);
    const SessionId begun{visit_.today, half_at(visit_.now)};
    std::vector<reg::MarkDraft> drafts;
    for (const auto& child : taken_.children) {
      const auto found = out_.typed.said.find(child.pupil);
      if (found == out_.typed.said.end()) continue;
      auto draft = reg::mark_of(taken_, child, found->second, how);
      if (!draft) continue;
      draft->by = reg::signature(visit_.who.author, draft->code, **staff, visit_.today);
      const Status may = reg::may_enter(*draft, *form_.facts.school, visit_.who.roles, begun);
      if (!may) wrong(field_of(child.pupil), sentence(may.error()));
      drafts.push_back(std::move(*draft));
    }
    return drafts;
  }

  Result<SendOutcome> write(const std::vector<reg::MarkDraft>& drafts) {
    const auto how = sending_of(visit_, form_.facts, out_.typed.reason);
    const auto counted = static_cast<int>(whole_number(out_.typed.headcount).value_or(-1));
    auto seen = reg::ClassSeen::from(reg::sighting(taken_, out_.typed.said, counted, how));
    if (!seen) {
      wrong("headcount", sentence(seen.error()));
      return out_;
    }
    if (!drafts.empty()) {
      const auto entered = held_.enter(drafts, visit_.now);
      if (!entered) return fail(entered.error());
    }
    const auto told = held_.tell(std::move(*seen), visit_.now);
    if (!told) return fail(told.error());
    out_.done = taken_.sent ? fmt::format("What changed was sent: {} {}.", drafts.size(),
                                          drafts.size() == 1 ? "mark" : "marks")
                            : fmt::format("The register of {} was sent.", taken_.class_name);
    return out_;
  }

  const Visit& visit_;
  store::Register& held_;
  const TakeForm& form_;
  const reg::ClassRegister& taken_;
  SendOutcome out_;
};

}  // namespace

Result<SendOutcome> send_register(const Visit& visit, store::Register& held, const TakeForm& form) {
  return Sender(visit, held, form).send();
}

}  // namespace handbell::office
