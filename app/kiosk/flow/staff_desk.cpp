#include "app/kiosk/flow/staff_desk.h"

#include <algorithm>

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

Page menu_page(bool releases) {
  Page page;
  page.kind = ScreenKind::staff_menu;
  page.add({"", "Late today", "", "", "clock", false});
  page.add({"", "Out of the building", "", "", "out", false});
  page.add({"", "Test the reader", "", "", "card", false});
  if (releases) page.add({"", "Hand over a child", "", "", "door", false});
  return page;
}

Page check_page() {
  Page page;
  page.kind = ScreenKind::staff_check;
  page.add({"", "Known to staff", "", "", "staff", false});
  page.add({"", "Photo ID", "", "", "card", false});
  page.add({"", "Password of the day", "", "", "speaker", false});
  return page;
}

Page who_page(const std::vector<std::string>& keys) {
  const Page all = collector_page();
  Page page;
  page.kind = ScreenKind::staff_who;
  for (std::size_t i = 0; i < all.choices.size(); ++i) {
    if (!keys.empty() && std::ranges::find(keys, all.keys[i]) == keys.end()) continue;
    page.add(all.choices[i]);
    page.keys.push_back(all.keys[i]);
  }
  return page;
}

}  // namespace handbell::kiosk
