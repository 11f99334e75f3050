// An office that other machines reach, with the real programs: its page behind https, a kiosk that
// came by TLS.
#include "abused_office.h"

namespace handbell::chain {
namespace {

class Lan : public testing::Test {
 protected:
  void SetUp() override {
    school_.handbell("certificate make --for 127.0.0.1 --for office.oak.lan");
    std::string config = text_of(school_.site() + "/handbell.toml");
    const std::string before = "unix:office/kiosks.sock";
    const auto at = config.find(before);
    ASSERT_NE(at, std::string::npos);
    kiosks_ = "tls:127.0.0.1:" + std::to_string(20'000 + ::getpid() % 20'000);
    config.replace(at, before.size(), kiosks_);
    std::ofstream(school_.site() + "/handbell.toml") << config;
  }
  std::string authority() { return school_.site() + "/office/tls/authority.pem"; }
  std::string curl(const std::string& words) {
    const std::string said = school_.file("curled");
    const std::string line = "curl -s --max-time 10 " + words + " >" + said + " 2>&1";
    const int ended = std::system(line.c_str());
    return "[" + std::to_string(WEXITSTATUS(ended)) + "] " + text_of(said);
  }
  std::string enrol(const std::string& name, const std::string& folder) {
    const std::string said = school_.handbell("kiosks add '" + name + "'");
    const auto at = said.find("--office ");
    EXPECT_NE(at, std::string::npos) << said;
    return school_.handbell("init-kiosk " + school_.file(folder) + " " +
                            said.substr(at, said.find('\n', at) - at));
  }
  /// Those that the office heard from.
  std::size_t heard_kiosks() {
    const auto seen = nlohmann::json::parse(school_.handbell("list kiosks --format json"));
    return static_cast<std::size_t>(std::ranges::count_if(
        seen, [](const auto& kiosk) { return !kiosk["last_contact"].empty(); }));
  }

  RunningSchool school_;
  std::string kiosks_;
};

TEST_F(Lan, the_page_is_behind_https_under_its_own_names_alone) {
  school_.start_office();
  const std::string log = text_of(school_.file("office.log"));
  const auto at = log.find("https://127.0.0.1:");
  ASSERT_NE(at, std::string::npos) << log;
  const std::string port = log.substr(at + 18, log.find('/', at + 18) - at - 18);
  const std::string trust = "--cacert " + authority() + " ";
  const std::string named = "--resolve office.oak.lan:" + port + ":127.0.0.1 ";
  EXPECT_EQ(curl(trust + "https://127.0.0.1:" + port + "/healthz"), "[0] ready\n");
  EXPECT_EQ(curl(trust + named + "https://office.oak.lan:" + port + "/healthz"), "[0] ready\n");
  constexpr const char* kBelievesNobody = "[60] ";
  EXPECT_EQ(curl("https://127.0.0.1:" + port + "/healthz"), kBelievesNobody);
  EXPECT_EQ(curl(trust + "--resolve other.lan:" + port + ":127.0.0.1 https://other.lan:" + port +
                 "/healthz"),
            kBelievesNobody);
  const std::string status = "-o /dev/null -w '%{http_code}' ";
  EXPECT_EQ(curl(trust + status + "-H 'Host: other.lan' https://127.0.0.1:" + port + "/today"),
            "[0] 421");
  const std::string post = trust + status + "-d name=x https://127.0.0.1:" + port + "/accept";
  EXPECT_EQ(curl("-H 'Origin: http://127.0.0.1:" + port + "' " + post), "[0] 403");
  EXPECT_EQ(curl("-H 'Origin: https://127.0.0.1:" + port + "' " + post), "[0] 303")
      << "from our own page, by nobody: who are you?";
  EXPECT_NE(school_.handbell("status").find("certificate"), std::string::npos);
}

TEST_F(Lan, a_kiosk_elsewhere_is_enrolled_by_its_code_alone_and_the_one_beside_goes_on) {
  school_.start_office();
  enrol("Side door", "side");
  school_.start_kiosk("", "", school_.file("side"));
  ASSERT_TRUE(until([&] { return school_.shows("School"); })) << school_.lately();
  school_.card(kReceptionCard);
  ASSERT_TRUE(until([&] { return school_.late("2026-01-12").size() == 1; })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 0);
  school_.start_kiosk();
  EXPECT_TRUE(until([&] { return heard_kiosks() == 2; })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 0);
}

TEST_F(Lan, a_renewed_certificate_changes_nothing_for_a_kiosk_and_a_new_authority_shuts_it_out) {
  school_.start_office();
  enrol("Side door", "side");
  school_.end_office();
  EXPECT_EQ(school_.handbell("certificate make").find("new authority"), std::string::npos);
  school_.start_office();
  school_.start_kiosk("", "", school_.file("side"));
  ASSERT_TRUE(until([&] { return heard_kiosks() == 1; })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 0);
  school_.end_office();
  EXPECT_NE(school_.handbell("certificate make --forget-key --for 127.0.0.1 --for a.lan")
                .find("new authority"),
            std::string::npos);
  school_.start_office();
  school_.start_kiosk("", "", school_.file("side"));
  EXPECT_TRUE(until([&] {
    return school_.described().find("did not prove that it is this kiosk's own") !=
           std::string::npos;
  })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 0);
}

TEST_F(Lan, a_certificate_that_was_given_is_taken_and_each_mistake_is_said) {
  const std::string server = school_.site() + "/office/tls/server.pem";
  const std::string taken = school_.handbell("certificate use " + server + " " + server);
  EXPECT_NE(taken.find("for 127.0.0.1, office.oak.lan is taken"), std::string::npos) << taken;
  school_.handbell("certificate use " + authority() + " " + server, 1);
  const std::string empty = school_.file("empty.pem");
  std::ofstream(empty) << "nothing\n";
  const auto no_key = school_.handbell("certificate use " + server + " " + authority(), 1);
  EXPECT_NE(no_key.find("no private key"), std::string::npos) << no_key;
  const auto none = school_.handbell("certificate use " + empty + " " + server, 1);
  EXPECT_NE(none.find("no certificate that can be used"), std::string::npos) << none;
  EXPECT_NE(school_.handbell("certificate make --for 'a,DNS:b'", 1).find("no name or address"),
            std::string::npos);
  school_.handbell("certificate make --forget-key");
  EXPECT_FALSE(std::filesystem::exists(school_.site() + "/office/tls/authority.key"));
  EXPECT_NE(school_.handbell("certificate make").find("was forgotten"), std::string::npos);
  EXPECT_NE(school_.handbell("certificate show").find("fingerprint (SHA-256)"), std::string::npos);
}

}  // namespace
}  // namespace handbell::chain
