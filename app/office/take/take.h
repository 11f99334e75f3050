// The register of one class, out of the register of the school.
//
// Everything is asked when the page is shown: who is expected, what was told, what the door saw,
// what stands already. Nothing is kept between two pages.
#pragma once

#include "app/office/take/take_view.h"
#include "app/office/web/visit.h"
#include "app/register/appointment.h"
#include "app/register/class_register.h"
#include "app/store/register.h"

#include <map>
#include <memory>

namespace handbell::office {

/// Which register is asked for.
struct AskedClass {
  std::string class_name;
  Half half = Half::am;
  bool again = false;
};

struct TakeFacts {
  std::shared_ptr<const reg::School> school;
  reg::ClassRegister taken;
  std::optional<reg::Window> window;  ///< of mixed year groups the later
  bool begun = true;
  bool meets = true;                           ///< somebody is expected
  std::vector<reg::Appointment> appointments;  ///< of the day
};

/// What somebody typed into the page.
struct TypedRegister {
  reg::Answers said;
  std::string headcount;
  std::string reason;
  std::map<PupilId, std::string> doubts;
};

/// The classes of today that this person may take the register of, by name.
[[nodiscard]] std::vector<std::string> classes_of(const Visit& visit, const reg::School& school);

/// The half of the day that `at` lies in.
[[nodiscard]] Half half_at(Instant at);
/// "/register?class=Owls&session=am"
[[nodiscard]] std::string address_of(const AskedClass& asked);
[[nodiscard]] std::string stands_words(reg::InClass said);  ///< "not here"

/// Faults: those of reading.
[[nodiscard]] Result<TakeFacts> read_class(const Visit& visit, store::Register& held,
                                           const AskedClass& asked);
/// Each class with whether its register was sent. Faults: those of reading.
[[nodiscard]] Result<std::vector<ClassLine>> class_lines(const Visit& visit, store::Register& held,
                                                         Half half);

/// `typed`: null where nothing was.
[[nodiscard]] TakeView take_view(const Visit& visit, const TakeFacts& facts,
                                 const AskedClass& asked, const TypedRegister* typed);
[[nodiscard]] ChangeView change_view(const Visit& visit, const TakeFacts& facts,
                                     const AskedClass& asked, const reg::ClassChild& child);

/// What becomes of a register if it is sent now.
[[nodiscard]] TakeSent count_of(const reg::ClassRegister& taken);

}  // namespace handbell::office
