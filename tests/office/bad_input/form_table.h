// Every form of the office, once: where it stands, what makes it stand there, and what a good
// answer to it is. A form that is not here fails the test that walks the routes.
#pragma once

#include "bad_input_fixture.h"

#include <functional>

namespace handbell::office {

/// Names of fields; one that ends with "*" stands for all that begin so.
using Typed = std::vector<std::pair<std::string, std::string>>;

struct FormCase {
  std::string action;
  std::string page{};
  std::function<void(BadInputTest&)> before{};
  Typed good{};                       ///< "" leaves a field empty
  std::vector<std::string> needed{};  ///< may not be empty
  std::string press{};                ///< "name=value" of the button; empty: the first
  std::string with{};                 ///< markup of the form that is meant
  std::vector<std::string> loose{};   ///< what is not offered there is passed over
  std::vector<std::string> secret{};  ///< never shown again
};

/// What gtest calls a case.
inline void PrintTo(const FormCase& one, std::ostream* out) { *out << one.action; }

std::vector<FormCase> forms_of_concerns();
std::vector<FormCase> forms_of_the_day();
std::vector<FormCase> forms_of_the_desk();
std::vector<FormCase> forms_of_the_settings();
std::vector<FormCase> forms_of_the_cases();

inline std::vector<FormCase> every_form() {
  auto all = forms_of_the_day();
  for (auto& each : forms_of_the_desk()) all.push_back(std::move(each));
  for (auto& each : forms_of_concerns()) all.push_back(std::move(each));
  for (auto& each : forms_of_the_settings()) all.push_back(std::move(each));
  for (auto& each : forms_of_the_cases()) all.push_back(std::move(each));
  return all;
}

}  // namespace handbell::office
