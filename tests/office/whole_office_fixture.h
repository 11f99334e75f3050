// Every page of the office, accounts among them, before whoever the test names.
#pragma once

#include "door_fixture.h"

namespace handbell::office {

class WholeOfficeTest : public DoorTest {
 protected:
  void SetUp() override {
    DoorTest::SetUp();
    site_ = std::make_unique<OfficeSite>(
        SiteParts{*writer_,
                  *readers_,
                  *reader_,
                  *hub_,
                  *files_,
                  gate_,
                  *audit_,
                  [this] { return clock_.at(); },
                  [this](const std::string& line) { log_ += line + "\n"; },
                  [this] { hub_->changed(); },
                  false,
                  {},
                  access_routes(*access_),
                  {folder_ + "/register.db", "unix:/run/handbell/kiosk.sock", &random_}});
  }
};

}  // namespace handbell::office
