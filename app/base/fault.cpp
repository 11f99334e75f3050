#include "app/base/fault.h"

#include "app/base/check.h"
#include "app/base/fault_sentences.h"

namespace handbell {

namespace {

const FaultSentence& row_of(FaultCode code) {
  for (const FaultSentence& row : fault_sentences()) {
    if (row.code == code) return row;
  }
  check(false);
  std::abort();
}

}  // namespace

std::string sentence(const Fault& fault) {
  std::string text(row_of(fault.code).text);
  const auto at = text.find("{}");
  if (at != std::string::npos) text.replace(at, 2, fault.where);
  return text;
}

std::string name_of(FaultCode code) { return std::string(row_of(code).name); }

std::vector<FaultCode> all_fault_codes() {
  std::vector<FaultCode> codes;
  for (const FaultSentence& row : fault_sentences()) codes.push_back(row.code);
  return codes;
}

}  // namespace handbell
