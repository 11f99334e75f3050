#include "app/kiosk/view/looks.h"

#include "app/kiosk/view/view.h"

#include <algorithm>
#include <array>

namespace handbell::kiosk {

namespace {

using K = ScreenKind;
using T = Theme;

constexpr std::array<Look, 33> kLooks{{
    {K::idle, "idle", &T::calm, "", ""},
    {K::on_time, "on_time", &T::in, "check", "Hello"},
    {K::late, "late", &T::late, "clock", "Hello"},
    {K::after_close, "after_close", &T::after, "later", "After {time}"},
    {K::already_in, "already_in", &T::in, "check", "You are already in"},
    {K::welcome_back, "welcome_back", &T::in, "check", "Welcome back"},
    {K::see_office, "see_office", &T::calm, "", "Hello"},
    {K::clock_unknown, "clock_unknown", &T::in, "check", "Hello"},
    {K::not_recorded, "not_recorded", &T::calm, "", "Hello"},
    {K::one_card, "one_card", &T::calm, "", ""},
    {K::pick_class, "pick_class", &T::calm, "", "Which class?"},
    {K::pick_month, "pick_month", &T::calm, "", "Birthday month?"},
    {K::pick_child, "pick_child", &T::calm, "", "Which child?"},
    {K::siblings, "siblings", &T::calm, "", "Who is here?"},
    {K::pick_reason, "pick_reason", &T::calm, "", "What happened?"},
    {K::pick_language, "pick_language", &T::calm, "languages", "Your language?"},
    {K::out_child, "out_child", &T::calm, "", "Going out"},
    {K::out_who, "out_who", &T::calm, "", "Who is collecting?"},
    {K::out_why, "out_why", &T::calm, "", "Why?"},
    {K::out_back, "out_back", &T::calm, "", "Back today?"},
    {K::someone_comes, "someone_comes", &T::calm, "", "Thank you"},
    {K::may_go, "may_go", &T::in, "check", "Thank you"},
    {K::staff_pin, "staff_pin", &T::calm, "staff", "Your PIN"},
    {K::staff_menu, "staff_menu", &T::calm, "staff", "Staff"},
    {K::staff_late, "staff_late", &T::calm, "staff", "Late today"},
    {K::staff_out, "staff_out", &T::calm, "staff", "Out of the building"},
    {K::staff_reader, "staff_reader", &T::calm, "staff", "Reader test"},
    {K::staff_release, "staff_release", &T::calm, "staff", "Hand over a child"},
    {K::staff_who, "staff_who", &T::calm, "staff", "Who is collecting?"},
    {K::staff_check, "staff_check", &T::calm, "staff", "How was it checked?"},
    {K::staff_give, "staff_give", &T::calm, "staff", "Hand over now?"},
    {K::evacuate, "evacuate", &T::in, "", ""},
    {K::night, "night", &T::night, "", ""},
}};

}  // namespace

const Look& look_of(ScreenKind kind) {
  return *std::find_if(kLooks.begin(), kLooks.end(),
                       [&](const Look& look) { return look.kind == kind; });
}

std::string name_of(ScreenKind kind) { return look_of(kind).name; }

}  // namespace handbell::kiosk
