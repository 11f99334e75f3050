#include "app/kiosk/flow/staff_desk.h"

namespace handbell::kiosk {

Page pin_page() {
  Page page;
  page.kind = ScreenKind::staff_pin;
  for (int digit = 0; digit <= 9; ++digit) {
    page.add({"", "", std::to_string(digit), "", "", false});
    page.keys.push_back(std::to_string(digit));
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
