// Files that people give us: whatever stands in them, an answer or a sentence, never a crash.
#include "app/base/rehearsal_clock.h"
#include "app/base/site_config.h"
#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/pupil_file.h"
#include "app/kiosk/i18n/words.h"
#include "app/kiosk/view/theme_file.h"

#include "mutations.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace handbell::fuzz {
namespace {

/// The first lines of a file of the invented school.
std::string demo(const std::string& name) {
  std::ifstream file(std::string(HANDBELL_SOURCE) + "/assets/demo/" + name);
  std::string text;
  std::string line;
  for (int i = 0; i < 8 && std::getline(file, line); ++i) text += line + "\n";
  return text;
}

TEST(FuzzFiles, pupils_are_rows_or_refusals) {
  Mutations inputs({demo("pupils.csv")});
  for (int i = 0; i < rounds(); ++i) {
    const auto parsed = exchange::parse_pupils("roll.csv", inputs.next_text());
    if (!parsed) continue;
    EXPECT_EQ(parsed->rows.size(), parsed->lines.size());
    for (const auto& refusal : parsed->refused) EXPECT_FALSE(refusal.reason.empty());
    // What was taken is written and read again as it is.
    const auto again = exchange::parse_pupils("again.csv", exchange::write_pupils(parsed->rows));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->rows.size(), parsed->rows.size());
  }
}

TEST(FuzzFiles, cards_and_calendars_are_rows_or_refusals) {
  reg::School school;
  Mutations cards({demo("cards.csv")});
  Mutations days({demo("calendar.csv")});
  for (int i = 0; i < rounds(); ++i) {
    (void)exchange::parse_cards("cards.csv", cards.next_text(), school, on("2026-01-12"));
    const auto periods = exchange::parse_calendar("calendar.csv", days.next_text());
    if (periods) (void)reg::Calendar::from_periods(periods->rows);
  }
}

TEST(FuzzFiles, settings_words_and_clocks_are_read_or_refused) {
  Mutations settings({written(SiteConfig{})});
  Mutations words({std::string("msgid \"You are in. Go to {class}.\"\nmsgstr \"\"\n\"a\\n\"\n")});
  Mutations themes(
      {std::string("[colours]\npaper = [\"#FFFFFF\", \"#000000\"]\n[sizes]\nname = 14\n")});
  const auto clock = RehearsalClock::started(instant("2026-01-12T08:52:00"), {1000}, 60.0);
  Mutations clocks({clock->text()});
  for (int i = 0; i < rounds(); ++i) {
    (void)parse_site_config(settings.next_text());
    (void)kiosk::Language::parse(words.next_text());
    (void)kiosk::parse_theme(themes.next_text(), {});
    const auto read = RehearsalClock::parse(clocks.next_text());
    if (read) (void)read->wall_at({1'000'000'000});
  }
}

}  // namespace
}  // namespace handbell::fuzz
