// What kiosk and office send each other, with the right seal on the wrong bytes: somebody has a
// kiosk's key and means ill.
#include "app/journal/book_request.h"
#include "app/journal/case_codec.h"
#include "app/journal/door_book_codec.h"
#include "app/journal/event_codec.h"
#include "app/journal/kiosk_identity.h"
#include "app/journal/letter_codec.h"
#include "app/journal/message.h"
#include "app/journal/note_codec.h"
#include "app/journal/release_codec.h"

#include "../journal/history.h"
#include "mutations.h"
#include "some_case.h"
#include "some_letters.h"
#include "some_notes.h"
#include <gtest/gtest.h>

namespace handbell::fuzz {
namespace {

using namespace handbell::journal;

constexpr KioskKey kKey{7, 7};
constexpr std::size_t kSeal = 32;

Bytes unsealed(const Bytes& sealed) { return {sealed.begin(), sealed.end() - kSeal}; }

Bytes resealed(const Bytes& body) {
  Writer writer;
  writer.raw(body);
  return with_seal(writer, kKey);
}

TEST(FuzzSeals, a_message_is_whole_or_refused) {
  SyncMessage message;
  message.kiosk = 1;
  message.entries = history_of(3, 4);
  message.journal = {history_named(3), head_of(message.entries.back())};
  const Bytes whole = encode(message, kKey);
  ASSERT_EQ(decode_message(resealed(unsealed(whole)), kKey), message);
  SyncAnswer answer;
  answer.fault = "A sentence.";
  Mutations messages({unsealed(whole)});
  Mutations answers({unsealed(encode(answer, kKey))});
  for (int i = 0; i < rounds(); ++i) {
    const Bytes bytes = resealed(messages.next());
    const auto read = decode_message(bytes, kKey);
    if (read) {
      EXPECT_EQ(encode(*read, kKey), bytes);  // one text for each message
    }
    (void)decode_answer(resealed(answers.next()), kKey);
    (void)kiosk_of(bytes);
  }
}

TEST(FuzzSeals, a_door_book_is_whole_or_refused) {
  reg::DoorBook book;
  book.version = 3;
  book.school_name = "School";
  reg::DoorPupil pupil;
  pupil.id = PupilId(7);
  pupil.shown_name = "Zoya K";
  pupil.class_name = "Owls";
  book.pupils.push_back(pupil);
  book.cards[reg::CardHash{1}] = pupil.id;
  book.pictures["Owls"] = "owl";
  book.family_cards[reg::CardHash{2}] = "household-1";
  book.staff_cards = {{reg::CardHash{3}, reg::PinHash{4}},
                      {reg::CardHash{5}, reg::PinHash{6}, reg::ReleaseKey{1, {7}}}};
  book.reasons = reg::with_built_in({});
  book.releases = {{pupil.id, Instant{5}, reg::DoorReleaseState::refused, Instant{6}}};
  Mutations books({unsealed(encode(book, kKey))});
  Mutations requests({unsealed(encode(BookRequest{1, 2, Instant{3}}, kKey))});
  for (int i = 0; i < rounds(); ++i) {
    (void)decode_door_book(resealed(books.next()), kKey);
    (void)decode_book_request(resealed(requests.next()), kKey);
  }
}

TEST(FuzzSeals, an_entrys_text_is_an_event_or_named_as_garbled) {
  reg::Arrived arrived;
  arrived.pupil = PupilId(7);
  reg::DoorHandOver gone;
  gone.pupil = PupilId(7);
  gone.key_version = 1;
  std::vector<Draft> drafts{draft_of(arrived, {5}),
                            draft_of(reg::RefusedCard{}, {5}),
                            draft_of(reg::Withdrawn{3, {}}, {5}),
                            draft_of(reg::Passed{}, {5}),
                            draft_of(reg::KioskStarted{1, "0.1"}, {5}),
                            draft_of(reg::ReasonGiven{{3, 4}, "traffic", {}}, {5}),
                            draft_of(reg::ReasonGiven{{3}, "traffic", {}, reg::CardHash{1}}, {5}),
                            draft_of(reg::PinRefused{}, {5}),
                            draft_of(gone, {5}),
                            draft_of(reg::StaffRefused{}, {5}),
                            draft_of(reg::ReleaseAsked{PupilId(7), {}, {}, "dad", "", false}, {5}),
                            draft_of(reg::LookUpEnded{{}, "Owls", 3}, {5}),
                            draft_of(reg::FamilyTapped{{}, {}, 3, {PupilId(7)}}, {5})};
  for (const Draft& draft : drafts) {
    Mutations texts(std::vector<Bytes>{draft.payload});
    for (int i = 0; i < rounds(); ++i) {
      Draft changed = draft;
      changed.payload = texts.next();
      const Entry entry = sealed(history_named(1), {}, changed, Salt{});
      const auto event = event_of(entry);
      if (!event) {
        EXPECT_EQ(event.error().code, FaultCode::entry_garbled);
      }
    }
  }
}

TEST(FuzzSeals, an_answer_to_who_asks_for_a_child_is_one_or_garbled) {
  const reg::ReleaseAnswer answer{{"A1", 7},
                                  PupilId(7),
                                  {4},
                                  reg::ReleaseStep::handed_over,
                                  {5},
                                  {},
                                  *NamePart::parse("Ms Day"),
                                  Instant{6},
                                  "Dentist",
                                  "",
                                  *reg::Author::parse("R Patel, Office manager")};
  const Draft draft = draft_of(answer, {5});
  Mutations texts(std::vector<Bytes>{draft.payload});
  for (int i = 0; i < rounds(); ++i) {
    Draft changed = draft;
    changed.payload = texts.next();
    const auto read = release_of(sealed(history_named(1), {}, changed, Salt{}));
    if (!read) {
      EXPECT_EQ(read.error().code, FaultCode::entry_garbled);
    }
  }
}

TEST(FuzzSeals, a_change_of_a_letter_is_one_that_reads_back_or_garbled) {
  const Draft draft = draft_of(some_letter_change(), {5});
  Mutations texts(std::vector<Bytes>{draft.payload});
  for (int i = 0; i < rounds(); ++i) {
    Draft changed = draft;
    changed.payload = texts.next();
    const auto read = letter_change_of(sealed(history_named(1), {}, changed, Salt{}));
    if (!read) {
      EXPECT_EQ(read.error().code, FaultCode::entry_garbled);
      continue;
    }
    const auto again =
        letter_change_of(sealed(history_named(1), {}, draft_of(read->what, {5}), Salt{}));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->what, read->what);
  }
}

TEST(FuzzSeals, a_note_of_a_case_is_one_that_reads_back_or_garbled) {
  for (const auto& note : one_of_each_case_note()) {
    const Draft draft = draft_of(note, {5});
    Mutations texts(std::vector<Bytes>{draft.payload});
    for (int i = 0; i < rounds(); ++i) {
      Draft changed = draft;
      changed.payload = texts.next();
      const auto read = case_note_of(sealed(history_named(1), {}, changed, Salt{}));
      if (!read) {
        EXPECT_EQ(read.error().code, FaultCode::entry_garbled);
        continue;
      }
      const auto again =
          case_note_of(sealed(history_named(1), {}, draft_of(read->what, {5}), Salt{}));
      ASSERT_TRUE(again);
      EXPECT_EQ(again->what, read->what);
    }
  }
}

TEST(FuzzSeals, a_note_of_the_office_is_one_that_reads_back_or_garbled) {
  for (const auto& note : one_of_each_note()) {
    const Draft draft = draft_of(note, {5});
    Mutations texts(std::vector<Bytes>{draft.payload});
    for (int i = 0; i < rounds(); ++i) {
      Draft changed = draft;
      changed.payload = texts.next();
      const auto read = note_of(sealed(history_named(1), {}, changed, Salt{}));
      if (read) {
        const auto again = note_of(sealed(history_named(1), {}, draft_of(read->what, {5}), Salt{}));
        ASSERT_TRUE(again);
        EXPECT_EQ(again->what, read->what);
      } else {
        EXPECT_EQ(read.error().code, FaultCode::entry_garbled);
      }
    }
  }
}

TEST(FuzzSeals, a_kiosks_identity_is_read_or_refused) {
  KioskIdentity identity;
  identity.number = 1;
  identity.office = "unix:/srv/office.sock";
  Mutations texts({written(identity)});
  for (int i = 0; i < rounds(); ++i) (void)parse_kiosk_identity(texts.next_text());
}

}  // namespace
}  // namespace handbell::fuzz
