// The judgement in words: what the office reads on the page and in `handbell explain`.
#include "app/register/arrival.h"

#include <fmt/format.h>

namespace handbell::reg {

namespace {

std::string times(const ArrivalFacts& facts) {
  return fmt::format("arrived {}, due by {}, register closes {}", facts.first_contact.shown(),
                     facts.window->arrive_by.shown(), facts.window->closes.shown());
}

std::string reason_words(const Judgement& judgement, const ArrivalFacts& facts) {
  const std::string_view code = judgement.effective->text();
  if (judgement.urgent) {
    return fmt::format("The child was not expected on site ({}): {}.", code, times(facts));
  }
  return fmt::format("{} was known beforehand and stands: {}.", code, times(facts));
}

std::string late_words(const Judgement& judgement, const ArrivalFacts& facts) {
  const bool late_notice = facts.planned && !facts.planned->told_before_close;
  const int minutes = *judgement.minutes_late;
  return fmt::format("{} after {} minute{}: {}.{}", judgement.proposal->text(), minutes,
                     minutes == 1 ? "" : "s", times(facts),
                     late_notice ? " An appointment was named only after the close." : "");
}

std::string plain_words(const Judgement& judgement, const ArrivalFacts& facts) {
  switch (judgement.outcome) {
    case Outcome::on_time:
      return fmt::format("On time: {}; the teacher marks.", times(facts));
    case Outcome::late_before_close:
    case Outcome::late_after_close:
      return late_words(judgement, facts);
    case Outcome::teacher_mark_stands:
      return fmt::format("The entry {} stands: {}.", facts.existing->text(), times(facts));
    case Outcome::conflict_present_mark:
      return fmt::format("The register says {}, the door says otherwise: {}; {} is suggested.",
                         facts.existing->text(), times(facts), judgement.proposal->text());
    case Outcome::reason_code_stands:
      return reason_words(judgement, facts);
    case Outcome::school_closed:
      return "School is closed that day: no register, so look why the child came.";
    case Outcome::not_on_roll:
      return "The pupil is not on roll that day: no mark.";
    case Outcome::clock_unverified:
      return "The kiosk's clock could not be trusted: no mark until the time is known.";
    case Outcome::times_unknown:
      return "The school has not entered the times of this session: the arrival is noted, no mark.";
  }
  return {};
}

}  // namespace

std::string sentence(const Judgement& judgement, const ArrivalFacts& facts) {
  std::string text = plain_words(judgement, facts);
  if (judgement.urgent && judgement.outcome != Outcome::reason_code_stands) {
    text += " The child was not expected on site.";
  }
  return text;
}

}  // namespace handbell::reg
