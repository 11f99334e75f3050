// The office as one who works with it has it: leave a mark and wait until it is durable, ask for
// the day's list. Every figure of `tests/bench/office` is measured through this alone.
//
// A client stands where a page's handler stands: behind the network, the signing in and the HTML.
// To measure the pages themselves make another Client that sends the requests of a browser
// (KeptConnection: POST of the register's form, GET of the day's page) to an office that was
// started on the same file (page_bench.cpp does so), and give that to the same figures.
#pragma once

#include "app/store/owner.h"
#include "app/store/register_file.h"

#include "counted_random.h"

#include <memory>
#include <string>
#include <vector>

namespace handbell::bench {

using Writer = store::Owner<store::Register>;

class Client {
 public:
  Client() = default;
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  virtual ~Client() = default;

  /// Of the children `first` to `last`, in one request; true when they are durable.
  [[nodiscard]] virtual bool mark(int first, int last, SessionId session) = 0;
  /// How many children the day's list has: who came to the door, and who has a mark.
  [[nodiscard]] virtual std::size_t list(SessionId session) = 0;
};

/// A register in a file, with its writer.
class MeasuredOffice {
 public:
  /// `vfs`: the machine's own disk where it is empty.
  explicit MeasuredOffice(std::string path, std::string vfs = "");

  [[nodiscard]] std::unique_ptr<Client> client();
  [[nodiscard]] Writer& writer() { return *writer_; }
  /// All of them wait when the first is begun; true when all are durable.
  [[nodiscard]] bool mark_at_once(int children, SessionId session);

 private:
  std::string path_;
  std::string vfs_;
  CountedRandom random_{1};
  std::unique_ptr<store::RegisterFile> file_;
  std::unique_ptr<Writer> writer_;
};

}  // namespace handbell::bench
