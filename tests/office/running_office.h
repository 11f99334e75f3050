// The real handbell-office on a real site, for tests.
#pragma once

#include "app/net/client.h"

#include "local_person.h"
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

namespace handbell {

struct Ended {
  int status = -1;
  std::string out;
  std::string err;
};

/// Runs a line of the shell to its end.
inline Ended shell(const std::string& line, const std::string& errors) {
  FILE* pipe = ::popen((line + " 2>" + errors).c_str(), "r");
  Ended ended;
  std::array<char, 4096> part{};
  while (const auto got = std::fread(part.data(), 1, part.size(), pipe)) {
    ended.out.append(part.data(), got);
  }
  ended.status = WEXITSTATUS(::pclose(pipe));
  std::ifstream file(errors);
  ended.err.assign(std::istreambuf_iterator<char>(file), {});
  return ended;
}

class OfficeProgramTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "handbell-program-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    site_ = folder_ + "/site";
    ASSERT_EQ(handbell("init " + site_ + " --rehearsal --name 'Oak Lane'").status, 0);
    ASSERT_EQ(ask(testing_support::kAddPatel).status, 0);
    testing_support::sign_patel_in(site_);
    write("roll.csv",
          "AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate\n"
          "1001,Khan,Amira,2020-03-04,R,Owls,2025-09-01\n");
    write("year.csv", "From,To,Kind,Name,Groups\n2025-09-01,2027-07-20,term,All,\n");
  }
  void TearDown() override {
    if (process_ > 0) end(SIGKILL);
    std::filesystem::remove_all(folder_);
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << text;
  }
  Ended handbell(const std::string& words) const {
    return shell(std::string(HANDBELL_BIN) + "/handbell " + words, folder_ + "/errors");
  }
  Ended ask(const std::string& words) const { return handbell("--site " + site_ + " " + words); }
  /// An office that is expected to end at once.
  Ended office(const std::string& words) const {
    return shell(std::string("timeout 20 ") + HANDBELL_BIN + "/handbell-office " + words,
                 folder_ + "/errors");
  }

  /// Starts the office and waits until it says where its page is.
  void start() {
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    process_ = ::fork();
    ASSERT_GE(process_, 0);
    if (process_ == 0) {
      ::dup2(pipe[1], STDOUT_FILENO);
      ::close(pipe[0]);
      const std::string program = std::string(HANDBELL_BIN) + "/handbell-office";
      ::execl(program.c_str(), program.c_str(), "--site", site_.c_str(), "--listen", "127.0.0.1:0",
              nullptr);
      ::_exit(127);
    }
    ::close(pipe[1]);
    FILE* out = ::fdopen(pipe[0], "r");
    std::array<char, 256> line{};
    ASSERT_NE(std::fgets(line.data(), line.size(), out), nullptr) << "it ended";
    ::fclose(out);
    const std::string text = line.data();
    const auto at = text.find("http://");
    ASSERT_NE(at, std::string::npos) << text;
    page_ = text.substr(at + 7, text.find('/', at + 7) - at - 7);
  }

  /// Sends a signal, waits, and answers the exit status; 128 and more where the signal ended it.
  int end(int signal) {
    ::kill(process_, signal);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  net::Response send(const std::string& address, const std::string& method, const std::string& path,
                     const std::string& body = "") const {
    net::Client client(*net::Address::parse(address));
    net::Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.headers["cookie"] = testing_support::kPatelsCookie;
    const auto response = client.send(request, std::chrono::seconds(20));
    return response ? *response : net::Response{0, "", sentence(response.error()), {}};
  }
  [[nodiscard]] std::string admin() const { return "unix:" + site_ + "/office/admin.sock"; }

  std::string folder_;
  std::string site_;
  std::string page_;
  pid_t process_ = -1;
};

}  // namespace handbell
