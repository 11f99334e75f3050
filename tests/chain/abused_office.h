// A real office with a clerk who is signed in, to be abused.
#pragma once

#include "local_person.h"
#include "victim.h"

namespace handbell::chain {

class AbusedOffice : public Victim {
 public:
  /// `more`: what else is made of the site before the office starts.
  explicit AbusedOffice(bool tls, const std::function<void(const RunningSchool&)>& more = {})
      : Victim(tls) {
    if (tls) school_.handbell("certificate make --for 127.0.0.1");
    school_.handbell(testing_support::kAddPatel);
    testing_support::sign_patel_in(school_.site());
    if (more) more(school_);
    school_.start_office();
    const std::string log = text_of(school_.file("office.log"));
    const std::string place = "//127.0.0.1:";
    const auto at = log.find(place);
    EXPECT_NE(at, std::string::npos) << log;
    runs(school_.office().pid(),
         static_cast<std::uint16_t>(std::stoi(log.substr(at + place.size()))),
         patel_asks("GET /today"));
  }

  /// A request of the clerk's. `what`: "POST /accept".
  [[nodiscard]] static std::string patel_asks(const std::string& what, const std::string& body = "",
                                              const std::string& more = "") {
    const std::string length =
        body.empty() ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return what + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + more + length +
           "Cookie: " + testing_support::kPatelsCookie + "\r\n\r\n" + body;
  }
  /// The largest that it hands out: a font.
  [[nodiscard]] static std::string largest() {
    std::string largest;
    std::size_t most = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(HANDBELL_BIN "/../share/handbell/web")) {
      if (!file.is_regular_file() || file.file_size() < most) continue;
      most = file.file_size();
      largest = "/web/" + file.path().filename().string();
    }
    return largest;
  }
  /// Stands in every form of hers.
  [[nodiscard]] std::string patels_token() const {
    const std::string page = heard(patel_asks("GET /account"));
    const std::string before = "name=\"token\" value=\"";
    const auto at = page.find(before);
    EXPECT_NE(at, std::string::npos);
    const auto begin = at + before.size();
    return page.substr(begin, page.find('"', begin) - begin);
  }

 private:
  RunningSchool school_;
};

}  // namespace handbell::chain
