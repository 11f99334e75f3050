#include "app/office/today/missing_part.h"

#include "app/base/school_time.h"
#include "app/net/message.h"
#include "app/office/page/form.h"
#include "app/reports/missing_register.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html missing_line(const MissingLine& line, bool may_act) {
  const auto where = fmt::format("/register?class={}&session={}", net::encoded(line.class_name),
                                 line.half == "morning" ? "am" : "pm");
  const auto words = fmt::format("Ring {}: ", line.class_name);
  const auto looks = line.red ? "hb-notes__item hb-notes__item--urgent" : "hb-notes__item";
  return element(
      "li", {attr("class", looks)},
      join({element("strong", text(words)),
            text(fmt::format("the {}'s register has been due since {}. ", line.half, line.since)),
            may_act ? link(where, "Open it") : Html()}));
}

}  // namespace

void add_missing(const TodayFacts& facts, TodayView& view) {
  const auto now = to_local(facts.now);
  if (!now || now->day != facts.of_day.day) return;
  const Half half = reg::half_of(now->time);
  const Instant from =
      from_local(now->day, TimeOfDay::from_ms(half == Half::am ? 0 : hours(12).count));
  const auto sent = reg::registers_sent(facts.of_day.told, from, facts.now);
  for (const auto& line :
       reports::missing_registers(facts.school, {now->day, half}, sent, facts.now)) {
    view.missing.push_back({line.class_name, half == Half::am ? "morning" : "afternoon",
                            local_hh_mm(line.since), line.red});
  }
}

Html missing_part(const TodayView& view) {
  if (view.missing.empty()) return {};
  Html lines;
  for (const auto& line : view.missing) lines += missing_line(line, view.may_act);
  const auto count =
      element("span", {attr("class", "hb-count")}, text(std::to_string(view.missing.size())));
  return element(
      "section",
      {attr("id", "missing"), attr("class", "hb-part"), attr("aria-labelledby", "missing-heading")},
      element("h2", {attr("id", "missing-heading"), attr("class", "govuk-heading-m")},
              join({text("Registers not sent"), text(" "), count})) +
          element("ul", {attr("class", "hb-notes")}, lines));
}

}  // namespace handbell::office
