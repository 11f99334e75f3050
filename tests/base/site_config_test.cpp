#include "app/base/site_config.h"

#include <gtest/gtest.h>

namespace handbell {
namespace {

TEST(SiteConfig, reads_back_what_it_wrote) {
  SiteConfig config;
  config.rehearsal = true;
  config.tls = "/srv/tls";
  config.readers = {"pn532_uart:/dev/ttyUSB0", "pcsc:ACS"};
  config.volume = 0;
  config.rotation = 270;
  config.full_screen = true;
  config.theme = {"large", "contrast"};
  config.hand = "left";
  config.languages = {"so"};
  config.look_up = "always";
  config.going_out = false;
  config.patience = 3;
  config.night = *DailyHours::parse("18:30-06:30");
  config.quiet = *DailyHours::parse("09:30-15:00");
  config.speech = true;
  config.says_names = true;
  config.logo = "/srv/logo.png";
  const auto read = parse_site_config(written(config));
  ASSERT_TRUE(read) << sentence(read.error());
  EXPECT_EQ(*read, config);
  EXPECT_EQ(*parse_site_config(""), SiteConfig()) << "every key may be left out";
}

TEST(SiteConfig, names_the_key_or_the_line_that_is_wrong) {
  EXPECT_EQ(parse_site_config("[kiosk]\nvolume = 101").error().where, "\"kiosk.volume\" (line 2)");
  EXPECT_EQ(parse_site_config("[kiosk]\nrotation = 45").error().where,
            "\"kiosk.rotation\" (line 2)");
  EXPECT_EQ(parse_site_config("[kiosk]\nvolum = 1").error().where, "\"kiosk.volum\" (line 2)");
  EXPECT_EQ(parse_site_config("rehearsal = true").error().where, "\"rehearsal\"");
  EXPECT_EQ(parse_site_config("[kiosk]\nvolume =").error().where, "line 2");
  EXPECT_EQ(parse_site_config("[kiosk]\nhand = \"up\"").error().where, "\"kiosk.hand\" (line 2)");
  EXPECT_EQ(parse_site_config("[kiosk]\nnight = \"6-7\"").error().where,
            "\"kiosk.night\" (line 2)");
  EXPECT_EQ(parse_site_config("[kiosk]\nlook_up = true").error().where,
            "\"kiosk.look_up\" (line 2)");
  EXPECT_EQ(parse_site_config("[kiosk]\nreaders = [1]").error().code, FaultCode::bad_config);
}

}  // namespace
}  // namespace handbell
