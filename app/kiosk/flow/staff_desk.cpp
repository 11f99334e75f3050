#include "app/kiosk/flow/staff_desk.h"

namespace handbell::kiosk {

Page pin_page() {
  Page page;
  page.kind = ScreenKind::staff_pin;
  for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"}) {
    page.add({"", "", digit, "", "", false});
    page.keys.emplace_back(digit);
  }
  return page;
}

Page menu_page() {
  Page page;
  page.kind = ScreenKind::staff_menu;
  page.add({"", "Late today", "", "", "clock", false});
  page.add({"", "Out of the building", "", "", "out", false});
  page.add({"", "Test the reader", "", "", "card", false});
  return page;
}

}  // namespace handbell::kiosk
