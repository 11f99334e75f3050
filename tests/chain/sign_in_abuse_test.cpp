// What an office bears from whoever tries passwords: nobody gets in, nobody who belongs there is
// kept out, and argon2 never takes more than two areas of memory.
#include "app/office/access/password.h"

#include "abused_office.h"
#include "attacks.h"

namespace handbell::chain {
namespace {

constexpr int kTries = 1'000;
constexpr int kArgonAreas = 2;
constexpr const char* kPassword = "brown goats climb";

/// Somebody with a password and many recovery codes: each lets in once, as the app's figures would.
struct Okoro {
  static constexpr int kCodes = 240;
  static std::string code(int number) {
    std::string code = "AAAA-BBBB-CCCC-2222";
    code[17] = static_cast<char>('A' + number / 20);
    code[18] = static_cast<char>('A' + number % 20);
    return code;
  }
  static void join(const RunningSchool& school) {
    school.handbell("staff add JO --name 'J Okoro' --position Manager --role office");
    auto accounts = store::Accounts::open(store::accounts_path(school.site() + "/office"));
    ASSERT_TRUE(accounts);
    store::Account account;
    account.staff = "JO";
    account.password = office::hash_password(kPassword);
    account.totp = {'1', '2', '3', '4', '5', '6', '7', '8', '9', '0'};
    std::vector<std::string> codes;
    for (int i = 0; i < kCodes; ++i) codes.push_back(store::hash_of_code(code(i)));
    ASSERT_TRUE((*accounts)->activate(account, codes));
  }
};

std::string form_request(const std::string& path, const std::string& body,
                         const std::string& cookie = "", bool keep = false) {
  return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
         (keep ? "" : "Connection: close\r\n") +
         (cookie.empty() ? "" : "Cookie: " + cookie + "\r\n") +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string sign_in_form(const std::string& name, const std::string& password) {
  return "name=" + name + "&password=" + password;
}

/// "name=value" of this cookie; empty where the answer sets none.
std::string cookie_set(const std::string& heard, const std::string& name) {
  const auto at = heard.find("Set-Cookie: " + name + "=");
  if (at == std::string::npos) return "";
  const auto begin = at + std::string("Set-Cookie: ").size();
  return heard.substr(begin, heard.find(';', begin) - begin);
}

class SignInAbuse : public testing::Test {
 protected:
  /// Password and code; the status of the last answer, 303 where she is in.
  std::string sign_in(const std::string& from, std::string& browser) {
    const auto first = office_.heard(
        form_request("/sign-in", sign_in_form("J+Okoro", "brown+goats+climb"), browser), from);
    const auto step = cookie_set(first, "__Host-handbell-step");
    if (step.empty()) return first.substr(9, 3);
    const auto second =
        office_.heard(form_request("/sign-in/code", "code=" + Okoro::code(next_code_++),
                                   step + (browser.empty() ? "" : "; " + browser)),
                      from);
    if (const auto known = cookie_set(second, "__Host-handbell-browser"); !known.empty()) {
      browser = known;
    }
    return cookie_set(second, "__Host-handbell").empty() ? "no" : second.substr(9, 3);
  }
  double sign_in_ms(const std::string& from, std::string& browser) {
    const auto begun = std::chrono::steady_clock::now();
    const auto status = sign_in(from, browser);
    ++signed_in_[status];
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
        .count();
  }
  double median_sign_in_ms() {
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) times.push_back(sign_in_ms("127.0.0.1", browser_));
    std::ranges::nth_element(times, times.begin() + 2);
    return times[2];
  }

  using Who = std::function<std::pair<std::string, std::string>(int)>;

  void note_answer(const std::string& heard) {
    EXPECT_EQ(heard.find("Set-Cookie"), std::string::npos) << "nobody gets through";
    const std::lock_guard lock(mutex_);
    ++tried_[heard.size() > 12 ? heard.substr(9, 3) : "none"];
  }
  /// Some at once, on connections that each take a few tries. At least so many in all. `who`: the
  /// name and the address of each connection.
  Attack guess(int least, const Who& who, int at_once = 64) {
    return [=, this](const std::atomic<bool>& over) {
      constexpr int kOnOne = 5;
      std::atomic<int> number = 0;
      std::vector<std::thread> threads;
      for (int i = 0; i < at_once; ++i) {
        threads.emplace_back([&] {
          while (!over || number < least) {
            const auto [name, from] = who(number);
            const TlsWire wire(office_.port(), from);
            for (int on_one = 0; on_one < kOnOne && (!over || number < least); ++on_one) {
              ++number;
              wire.say(form_request("/sign-in", sign_in_form(name, "grey+goats+climb"), "", true));
              note_answer(wire.hear("</html>\n"));
            }
          }
        });
      }
      for (auto& thread : threads) thread.join();
    };
  }

  void floods(const std::string& what, const Attack& attack) {
    const double usual = median_sign_in_ms();
    tried_.clear();
    signed_in_.clear();
    double beside = 0;
    int most_areas = 0;
    std::atomic<bool> ended = false;
    std::thread watch([&] {
      while (!ended) {
        most_areas = std::max(most_areas, office_.large_areas());
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
      }
    });
    const auto harm = office_.suffer(attack, [&] { beside = median_sign_in_ms(); });
    ended = true;
    watch.join();
    tell_harm(what, harm, kArgonAreas);
    std::printf("  signing in: %.0f ms, beside it %.0f ms;", usual, beside);
    for (const auto& [status, times] : signed_in_) std::printf(" %s: %d", status.c_str(), times);
    std::printf("; tried:");
    for (const auto& [status, times] : tried_) std::printf(" %s: %d", status.c_str(), times);
    std::printf("; areas of argon2 at once: %d\n", most_areas);
    EXPECT_LE(most_areas, kArgonAreas);
    EXPECT_EQ(signed_in_.size(), 1U) << "whoever belongs there gets in each time";
    EXPECT_TRUE(signed_in_.contains("303"));
  }

  /// Wrong tries for her make her wait where nobody knows the browser, but not for long.
  void expect_in_from_a_new_browser() {
    const auto begun = std::chrono::steady_clock::now();
    std::string browser;
    EXPECT_TRUE(until([&] { return sign_in("127.0.5.1", browser) == "303"; }, 40));
    const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - begun;
    std::printf("  from a browser that nobody knows: in after %.1f s\n", waited.count());
    EXPECT_LE(waited.count(), 31);
  }

  /// How many wrong passwords argon2 has to read; a run of all tests has not the time.
  const int least_ = std::getenv("HANDBELL_ABUSE") == nullptr ? 0 : kTries;
  AbusedOffice office_{true, Okoro::join};
  std::mutex mutex_;
  std::map<std::string, int> tried_;
  std::map<std::string, int> signed_in_;
  std::string browser_;
  int next_code_ = 0;
};

TEST_F(SignInAbuse, wrong_passwords_let_nobody_in_and_keep_nobody_out_who_belongs_there) {
  ASSERT_EQ(sign_in("127.0.0.1", browser_), "303");
  floods("1,000 wrong passwords for one person, one address", guess(kTries, [](int) {
           return std::pair{"J+Okoro", "127.0.2.1"};
         }));
  expect_in_from_a_new_browser();
  floods("1,000 wrong passwords for nobody, 250 addresses", guess(kTries, [](int number) {
           return std::pair{"Nobody+" + std::to_string(number),
                            "127.0.3." + std::to_string(1 + number % 250)};
         }));
  floods("wrong passwords that argon2 reads, one after the other",
         guess(
             least_,
             [](int number) {
               return std::pair{"Nobody+" + std::to_string(number),
                                "127.0.4." + std::to_string(1 + number % 250)};
             },
             2));
}

}  // namespace
}  // namespace handbell::chain
