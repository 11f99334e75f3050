// The disk fails at one operation of a backup, or of taking it back, after the other: there is a
// whole copy or none, a whole site or none, and nothing half made lies about.
#include "app/store/accounts.h"
#include "app/store/audit_file.h"
#include "app/store/site_random.h"

#include "running_school.h"

#include <filesystem>
#include <fstream>

namespace handbell::chain {
namespace {

namespace fs = std::filesystem;

class FailingBackup : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto accounts = store::Accounts::open(school_.site() + "/office/accounts.db");
    ASSERT_TRUE(accounts);
    store::Account account;
    account.staff = "s1";
    account.password = "argon";
    ASSERT_TRUE((*accounts)->activate(account, {}));
    const auto audit = store::AuditFile::open(school_.site() + "/office/audit.db", random_);
    ASSERT_TRUE(audit);
    ASSERT_TRUE((*audit)->append({{reg::ReadKind::contacts, PupilId(1), "", Instant{1},
                                   *reg::Author::from("R Patel", "Office")}}));
  }
  /// What the command answered while operation `failing` on files of this name failed; nothing
  /// where it needs no so many.
  std::optional<int> run(const std::string& words, const std::string& files, int failing) {
    const std::string counter = school_.file("counter");
    std::ofstream(counter, std::ios::binary)
        .write(reinterpret_cast<const char*>(&failing), sizeof failing);
    const std::string line = "LD_PRELOAD=" HANDBELL_FAILING_DISK
                             " ASAN_OPTIONS=verify_asan_link_order=0"
                             " HANDBELL_FAILING_FILE=" +
                             files + " HANDBELL_FAILING_COUNTER=" + counter +
                             " " HANDBELL_BIN "/handbell --site " + school_.site() + " " + words +
                             " >" + school_.file("said") + " 2>&1";
    const int status = WEXITSTATUS(std::system(line.c_str()));
    int left = 0;
    std::ifstream(counter, std::ios::binary).read(reinterpret_cast<char*>(&left), sizeof left);
    if (left > 0) return std::nullopt;
    return status;
  }
  /// Every file there whose name holds this.
  [[nodiscard]] std::set<std::string> files_of(const std::string& folder,
                                               const std::string& part) const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename();
      if (name.find(part) != std::string::npos) names.insert(name);
    }
    return names;
  }

  RunningSchool school_;
  store::SiteRandom random_;
};

TEST_F(FailingBackup, at_each_operation_there_is_a_whole_copy_or_none) {
  constexpr int kSteps = 40;
  int operations = 0;
  int step = 1;
  for (int failing = 1;; failing += step) {
    const auto status = run("backup " + school_.file("copy.db"), "/copy.db", failing);
    if (!status) break;
    operations = failing;
    if (*status == 0) {
      // Nothing of the copy was at stake: a hint to the disk, or a log that was over.
      school_.handbell("restore " + school_.file("copy.db") + " " + school_.file("again"));
      fs::remove_all(school_.file("again"));
      fs::remove(school_.file("copy.db"));
    }
    ASSERT_EQ(files_of(school_.folder(), "copy.db"), std::set<std::string>()) << failing;
    if (failing >= kSteps) step = 1 + failing / 8;
  }
  EXPECT_GT(operations, kSteps);
  std::cout << "up to operation " << operations << "\n";
  EXPECT_EQ(files_of(school_.folder(), "copy.db"), std::set<std::string>{"copy.db"});
  school_.handbell("verify");
}

TEST_F(FailingBackup, at_each_operation_of_taking_it_back_there_is_a_whole_site_or_none) {
  constexpr int kSteps = 40;
  school_.handbell("backup " + school_.file("copy.db"));
  const std::string words = "restore " + school_.file("copy.db") + " " + school_.file("again");
  int operations = 0;
  int step = 1;
  for (int failing = 1;; failing += step) {
    const auto status = run(words, "/again/office", failing);
    if (!status) break;
    operations = failing;
    EXPECT_EQ(fs::exists(school_.file("again")), *status == 0) << failing;
    fs::remove_all(school_.file("again"));
    if (failing >= kSteps) step = 1 + failing / 8;
  }
  EXPECT_GT(operations, kSteps);
  std::cout << "up to operation " << operations << "\n";
  EXPECT_EQ(files_of(school_.file("again/office"), ".db"),
            (std::set<std::string>{"accounts.db", "audit.db", "register.db"}));
}

}  // namespace
}  // namespace handbell::chain
