// The office's own readers for real: children against the emulated chip, and a sender at a desk.
#include "app/office/desk_readers.h"

#include "app/store/site_clock.h"

#include "../store/temporary_folder.h"
#include "emulated_reader.h"
#include <gtest/gtest.h>

namespace handbell::office {
namespace {

using testing_support::told;
using testing_support::until;

const std::string kCard = "04A1B2C3D4E5F6";

class DeskReadersTest : public ::testing::Test {
 protected:
  void open(const std::vector<std::string>& connections) {
    auto opened = DeskReaders::open(HANDBELL_BIN "/handbell-reader", connections, socket_, desk_,
                                    store::steady_now);
    ASSERT_TRUE(opened) << sentence(opened.error());
    readers_ = std::move(*opened);
  }
  bool lies(const std::string& number) {
    const auto view = desk_.view();
    return view.card && view.card->text() == number;
  }
  ReaderState state_of(const std::string& name) {
    for (const auto& reader : desk_.view().readers) {
      if (reader.name == name) return reader.state;
    }
    return ReaderState::starting;
  }

  store::TemporaryFolder folder_;
  std::string socket_ = folder_.path() + "/desk.sock";
  std::atomic<int> changes_ = 0;
  CardDesk desk_{store::steady_now, [this] { ++changes_; }};
  std::unique_ptr<DeskReaders> readers_;
};

TEST_F(DeskReadersTest, of_this_machine_tell_each_card) {
  testing_support::EmulatedReader chip(folder_.path());
  open({chip.connection()});
  ASSERT_TRUE(until([&] { return state_of("reader") == ReaderState::ready; }));
  chip.say("on " + kCard);
  EXPECT_TRUE(until([&] { return lies(kCard); }));
  EXPECT_GT(changes_, 0);
  chip.say("on 11223344");
  EXPECT_TRUE(until([&] { return desk_.view().several; }));
  EXPECT_FALSE(lies(kCard)) << "two lie there: none is offered";
}

TEST_F(DeskReadersTest, that_send_from_a_desk_are_heard_until_they_fall_silent) {
  open({});
  EXPECT_EQ(told(socket_, "front state ready"), "ok");
  EXPECT_EQ(state_of("front"), ReaderState::ready);
  EXPECT_EQ(told(socket_, "front seen " + kCard + " 12345"), "ok");
  EXPECT_TRUE(lies(kCard));
  EXPECT_TRUE(until([&] { return desk_.view().readers.empty(); })) << "it sends no beat";
  EXPECT_FALSE(lies(kCard));
}

TEST_F(DeskReadersTest, that_send_nonsense_are_told_so) {
  open({});
  for (const char* wrong : {"", "front", "front seen", "front seen 12 3", "front shout"}) {
    EXPECT_EQ(told(socket_, wrong), "not understood") << wrong;
  }
  EXPECT_TRUE(desk_.view().readers.empty());
}

}  // namespace
}  // namespace handbell::office
