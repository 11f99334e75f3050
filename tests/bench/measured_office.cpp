#include "measured_office.h"

#include "app/base/check.h"

#include "small_school.h"

#include <future>
#include <set>

namespace handbell::bench {

namespace {

std::vector<reg::MarkDraft> marks_of(int first, int last, SessionId session) {
  static const reg::Author kTeacher = *reg::Author::from("S Day", "class teacher");
  std::vector<reg::MarkDraft> drafts;
  for (int pupil = first; pupil <= last; ++pupil) {
    drafts.push_back({PupilId(pupil), session, reg::code_of("/"), std::nullopt, std::nullopt,
                      "Register", "Class register", kTeacher});
  }
  return drafts;
}

/// The future's answer comes after the sync.
std::future<bool> leave(Writer& writer, std::vector<reg::MarkDraft> drafts) {
  auto durable = std::make_shared<std::promise<bool>>();
  auto answer = durable->get_future();
  const Instant at = from_local(drafts.front().session.day, at_time("08:36"));
  const bool left = writer.leave_shared(
      [drafts = std::move(drafts), at](store::Register& held) {
        return held.enter(drafts, at).has_value();
      },
      [durable](const Status& status) { durable->set_value(status.has_value()); });
  check(left);
  return answer;
}

class WriterClient final : public Client {
 public:
  WriterClient(Writer& writer, std::unique_ptr<store::RegisterFile> pages)
      : writer_(writer), pages_(std::move(pages)) {}

  bool mark(int first, int last, SessionId session) override {
    return leave(writer_, marks_of(first, last, session)).get();
  }
  std::size_t list(SessionId session) override {
    const auto arrived = reg::lines_of(*pages_, session);
    const auto marks = pages_->marks(session);
    if (!arrived || !marks) return 0;
    std::set<PupilId> listed;
    for (const auto& line : *arrived) listed.insert(line.arrival.pupil);
    for (const auto& mark : *marks) listed.insert(mark.what.pupil);
    return listed.size();
  }

 private:
  Writer& writer_;
  std::unique_ptr<store::RegisterFile> pages_;
};

}  // namespace

MeasuredOffice::MeasuredOffice(std::string path, std::string vfs)
    : path_(std::move(path)), vfs_(std::move(vfs)) {
  file_ = store::RegisterFile::open(path_, random_, {vfs_}).value();
  writer_ = std::make_unique<Writer>(
      *file_, [this](store::Register&) { (void)file_->rest(); },
      [this](const auto& parts) { return file_->together(parts); });
}

std::unique_ptr<Client> MeasuredOffice::client() {
  return std::make_unique<WriterClient>(
      *writer_, store::RegisterFile::open_for_pages(path_, random_, {vfs_}).value());
}

bool MeasuredOffice::mark_at_once(int children, SessionId session) {
  std::promise<void> all_wait;
  check(
      writer_->leave([ready = all_wait.get_future().share()](store::Register&) { ready.wait(); }));
  std::vector<std::future<bool>> answers;
  for (int pupil = 1; pupil <= children; ++pupil) {
    answers.push_back(leave(*writer_, marks_of(pupil, pupil, session)));
  }
  all_wait.set_value();
  bool durable = true;
  for (auto& answer : answers) durable = answer.get() && durable;
  return durable;
}

}  // namespace handbell::bench
