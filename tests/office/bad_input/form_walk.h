// One form after the other: each field of it with each kind of bad input, then a good answer.
#pragma once

#include "form_table.h"

#include <algorithm>
#include <set>

namespace handbell::office {

using testing::HasSubstr;
using testing::Not;

inline const std::string kScript = "<script>alert(1)</script>";
inline const std::string kEscaped = "&lt;script&gt;alert(1)&lt;/script&gt;";
inline constexpr std::size_t kTooLong = 25'000;

struct Bad {
  std::string what;
  std::string value;
  std::string stays{};  ///< markup of what was typed, on the page that comes back
};

inline bool names(const std::string& pattern, const std::string& name) {
  if (!pattern.ends_with('*')) return pattern == name;
  return name.starts_with(pattern.substr(0, pattern.size() - 1));
}

inline bool any_names(const std::vector<std::string>& patterns, const std::string& name) {
  return std::ranges::any_of(patterns, [&](const auto& each) { return names(each, name); });
}

inline bool is_text(const PageField& field) {
  static const std::set<std::string> kTexts{"text", "search", "tel", "textarea"};
  return kTexts.contains(field.type);
}

inline bool is_seen(const PageField& field) {
  return field.type != "hidden" && field.type != "button";
}

inline std::vector<Bad> bad_for(const PageField& field, bool needed) {
  std::vector<Bad> all;
  if (needed) all.push_back({"missing", ""});
  if (is_text(field)) {
    all.push_back({"too long", kScript + std::string(kTooLong, 'x'), kEscaped + "xxx"});
    all.push_back({"control characters", "a\x01z", "a\xEF\xBF\xBDz"});
    all.push_back({"no text", "a\xFFz", "a\xEF\xBF\xBDz"});
  } else if (field.type == "date") {
    all.push_back({"no such day", "2026-02-30", "2026-02-30"});
    all.push_back({"no day", "soon" + kScript, "soon" + kEscaped});
  } else if (field.type == "time") {
    all.push_back({"no such time", "25:61", "25:61"});
    all.push_back({"no time", "soon" + kScript, "soon" + kEscaped});
  } else if (field.type == "password") {
    all.push_back({"too long", std::string(kTooLong, 'x')});
    all.push_back({"control characters", "a\x01z"});
  } else if (field.type == "select" || field.type == "radio") {
    all.push_back({"not offered", "nonsense" + kScript});
    all.push_back({"a withdrawn code", "H"});
    all.push_back({"a code that nobody types", "Z"});
  } else if (field.type == "checkbox") {
    all.push_back({"not offered", "nonsense" + kScript});
  }
  return all;
}

class BadInput : public BadInputTest {
 protected:
  /// A good body as a browser would send it, out of the page's own fields.
  static net::Fields good_body(const FormCase& one, const PageForm& form) {
    net::Fields body;
    std::set<std::string> chosen;
    bool pressed = false;
    for (const auto& field : form.fields) {
      if (field.type == "button") {
        const bool meant =
            one.press.empty() ? !pressed : one.press == field.name + "=" + field.value;
        if (meant) body.emplace_back(field.name, field.value);
        pressed = pressed || meant;
        continue;
      }
      add_good(one, field, chosen, body);
    }
    EXPECT_TRUE(one.press.empty() || pressed) << one.action << " has no button " << one.press;
    return body;
  }

  static void add_good(const FormCase& one, const PageField& field, std::set<std::string>& chosen,
                       net::Fields& body) {
    const auto given = std::ranges::find_if(
        one.good, [&](const auto& each) { return names(each.first, field.name); });
    const bool box = field.type == "radio" || field.type == "checkbox";
    if (field.name == "token") return body.emplace_back("token", "t0ken"), void();
    if (given != one.good.end()) {
      if (chosen.insert(field.name).second) body.emplace_back(field.name, given->second);
    } else if (box) {
      if (field.chosen) body.emplace_back(field.name, field.value);
    } else if (is_text(field)) {
      body.emplace_back(field.name, kScript);
    } else {
      body.emplace_back(field.name, field.value);
    }
  }

  /// By whom the form is asked for and sent.
  virtual net::Response open(const std::string& target) { return get(target); }
  virtual net::Response send_body(const std::string& path, const net::Fields& fields) {
    net::Request request;
    request.method = "POST";
    request.path = path;
    request.body = as_body(fields);
    return send(request);
  }

  static net::Fields with(net::Fields body, const std::string& name, const std::string& value) {
    const auto is = [&](const auto& each) { return each.first == name; };
    std::erase_if(body, is);
    body.emplace_back(name, value);
    return body;
  }

  void expect_comes_back(const FormCase& one, const net::Response& answer, const Bad& bad,
                         const PageField& field, const net::Fields& body) {
    const std::string where = field.name + " (" + field.type + "): " + bad.what;
    EXPECT_EQ(answer.status, 422) << where << log_;
    EXPECT_THAT(answer.body, Not(HasSubstr(kScript))) << where;
    if (answer.status != 422) return;
    EXPECT_NE(answer.body.find("govuk-error-summary"), std::string::npos) << where;
    if (!bad.stays.empty() && !any_names(one.secret, field.name)) {
      EXPECT_NE(answer.body.find(bad.stays), std::string::npos) << where << " is gone";
    }
    const bool other = std::ranges::any_of(
        body, [&](const auto& each) { return each.first != field.name && each.second == kScript; });
    if (other) {
      EXPECT_NE(answer.body.find(kEscaped), std::string::npos) << where << ": the others are gone";
    }
  }

  void try_field(const FormCase& one, const PageField& field, const net::Fields& good) {
    for (const auto& bad : bad_for(field, any_names(one.needed, field.name))) {
      const auto body = with(good, field.name, bad.value);
      const auto answer = send_body(one.action, body);
      expect_comes_back(one, answer, bad, field, body);
      EXPECT_TRUE(all_kept() == kept_) << field.name << ": " << bad.what << " wrote something";
      forward_a_little();
    }
  }

  /// What the page carries for itself may be anything too, once somebody meddles.
  void try_hidden(const FormCase& one, const PageField& field, const net::Fields& good) {
    for (const auto& value :
         {std::string(), "nonsense" + kScript, std::string("99999999999999999999")}) {
      const auto answer = send_body(one.action, with(good, field.name, value));
      EXPECT_LT(answer.status, 500) << field.name << " = " << value << log_;
      EXPECT_EQ(answer.body.find(kScript), std::string::npos) << field.name;
    }
  }

  /// Wrong passwords wait; here nobody waits.
  void forward_a_little() { wait(between_tries_); }
  /// A step of signing in stands for some minutes alone; these are too few tries to be made to
  /// wait.
  void hold_the_clock() { between_tries_ = seconds(1); }

  void try_form(const FormCase& one) {
    SCOPED_TRACE(one.action + " on " + one.page);
    at("2026-01-12T09:10:00");
    if (one.before) one.before(*this);
    const auto form = form_on_page(open(one.page).body, one.action, one.with);
    ASSERT_FALSE(form.markup.empty()) << "the form does not stand there\n";
    const auto good = good_body(one, form);
    kept_ = all_kept();
    std::set<std::string> tried;
    for (const auto& field : form.fields) {
      const bool strict = is_seen(field) && !any_names(one.loose, field.name);
      if (strict && tried.insert(field.name).second) try_field(one, field, good);
    }
    const auto done = send_body(one.action, good);
    EXPECT_LT(done.status, 400) << as_body(good) << "\n" << done.body.substr(0, 9000) << log_;
    if (done.status == 303) {
      EXPECT_THAT(open(done.headers.at("Location")).body, Not(HasSubstr(kScript)));
    }
    for (const auto& field : form.fields) {
      const bool hidden = field.type == "hidden" && field.name != "token";
      if (hidden || any_names(one.loose, field.name)) try_hidden(one, field, good);
    }
  }

 private:
  Millis between_tries_ = minutes(16);
  std::string kept_;  ///< before anything was tried
};

}  // namespace handbell::office
