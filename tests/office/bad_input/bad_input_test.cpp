// Whatever somebody types into any form: the page comes back with what is wrong at its top and
// with what was typed, nothing is written, and no word of it becomes markup.
//
// The fields are read from the page itself, so a field that is added to a form is tried as well.
#include "form_walk.h"

namespace handbell::office {
namespace {

class BadInputOf : public BadInput, public testing::WithParamInterface<FormCase> {};

TEST_P(BadInputOf, the_form_comes_back_and_nothing_is_written) { try_form(GetParam()); }

std::string name_of_form(const testing::TestParamInfo<FormCase>& info) {
  std::string name = info.param.action.substr(1) + "_" + std::to_string(info.index);
  std::ranges::replace_if(
      name, [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(EveryForm, BadInputOf, testing::ValuesIn(every_form()), name_of_form);

TEST_F(BadInput, every_address_that_takes_a_form_is_in_the_table) {
  // Not forms of a page: the script's own way to send ticks, and three that follow an answer.
  std::set<std::string> known{"/roll-call/ticks", "/settings/import", "/account/app/code",
                              "/cards/staff/give"};
  // Only while letters are on their way, which nobody can wait for.
  known.insert("/letters/batch/stop");
  // The form of /letters/templates/one, by another button.
  known.insert("/letters/templates/look");
  for (const auto& one : every_form()) known.insert(one.action);
  for (const auto& route : site_->routes()) {
    if (route.method != "POST") continue;
    EXPECT_TRUE(known.contains(route.path))
        << route.path << ": write into form_table what a good answer to its form is";
  }
}

}  // namespace
}  // namespace handbell::office
