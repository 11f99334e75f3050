#include "app/journal/entry.h"

#include "app/journal/entry_codec.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::journal {
namespace {

HistoryId some_id() {
  HistoryId id{};
  id.fill(7);
  return id;
}

Salt some_salt(std::uint8_t value) {
  Salt salt{};
  salt.fill(value);
  return salt;
}

Entry next_of(const Head& head, Bytes payload) {
  return sealed(some_id(), head,
                {EntryKind::arrival, Retention::register_6_years, Instant{1'768'207'000'000},
                 std::move(payload)},
                some_salt(static_cast<std::uint8_t>(head.seq + 1)));
}

Bytes bytes_of(const Entry& entry) {
  Writer writer;
  put_entry(writer, entry);
  return writer.done();
}

TEST(Entry, follows_the_one_before_it) {
  const Entry first = next_of({}, {1, 2, 3});
  const Entry second = next_of(head_of(first), {4});
  EXPECT_TRUE(follows({}, first));
  EXPECT_TRUE(follows(head_of(first), second));
  EXPECT_EQ(follows({}, second).error().code, FaultCode::entry_missing);
}

TEST(Entry, a_changed_text_is_named_by_its_commitment) {
  Entry entry = next_of({}, {1, 2, 3});
  entry.payload[1] = 9;
  EXPECT_EQ(follows({}, entry).error().code, FaultCode::commitment_broken);
}

TEST(Entry, each_changed_field_is_named_by_its_link) {
  const Entry entry = next_of({}, {1});
  for (int field = 0; field < 5; ++field) {
    Entry changed = entry;
    if (field == 0) changed.history[3] ^= 1U;
    if (field == 1) changed.kind = EntryKind::withdrawn;
    if (field == 2) changed.retention = Retention::days_90;
    if (field == 3) changed.at.ms += 1;
    if (field == 4) changed.commitment[0] ^= 1U;
    EXPECT_EQ(follows({}, changed).error().code, FaultCode::link_broken) << field;
  }
}

TEST(Entry, an_erased_text_leaves_the_chain_standing_D51) {
  Entry entry = next_of({}, {1, 2, 3});
  entry.salt.reset();
  entry.payload.clear();
  EXPECT_TRUE(follows({}, entry));
  EXPECT_TRUE(follows(head_of(entry), next_of(head_of(entry), {5})));
}

TEST(Entry, cut_at_every_length_it_is_never_taken) {
  const Bytes whole = bytes_of(next_of({}, {1, 2, 3, 4, 5, 6, 7, 8}));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::span cut(whole.data(), length);
    Reader reader(cut);
    (void)get_entry(reader);
    EXPECT_FALSE(reader.at_end()) << length;
  }
  Reader reader(whole);
  EXPECT_EQ(get_entry(reader), next_of({}, {1, 2, 3, 4, 5, 6, 7, 8}));
  EXPECT_TRUE(reader.at_end());
}

TEST(Entry, every_flipped_bit_is_named_or_does_not_read) {
  const Entry entry = next_of({}, {1, 2, 3, 4, 5, 6, 7, 8});
  const Bytes whole = bytes_of(entry);
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    Bytes flipped = whole;
    flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    Reader reader(flipped);
    const Entry read = get_entry(reader);
    EXPECT_FALSE(reader.at_end() && follows({}, read)) << "bit " << bit;
  }
}

TEST(Entry, the_bytes_stay_what_the_format_page_says) {
  const Bytes whole = bytes_of(next_of({}, {0xAB}));
  EXPECT_EQ(whole.size(), 16U + 8 + 2 + 1 + 8 + 1 + 32 + 4 + 1 + 32 + 32);
  EXPECT_EQ(to_hex(std::span(whole).subspan(16, 8)), "0100000000000000");
  EXPECT_EQ(to_hex(std::span(whole).subspan(24, 2)), "0200");
}

RC_GTEST_PROP(Entry, reads_back_whatever_its_text, (const std::vector<std::uint8_t>& payload)) {
  const Entry entry = next_of({}, payload);
  const Bytes whole = bytes_of(entry);
  Reader reader(whole);
  RC_ASSERT((get_entry(reader) == entry));
  RC_ASSERT(reader.at_end());
}

RC_GTEST_PROP(Entry, random_bytes_never_crash_the_reader, (const std::vector<std::uint8_t>& any)) {
  Reader reader(any);
  const Entry read = get_entry(reader);
  RC_ASSERT(!(reader.at_end() && follows({}, read)));
}

}  // namespace
}  // namespace handbell::journal
