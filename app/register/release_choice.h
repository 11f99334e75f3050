// Which request does the office answer, where a child was asked for more than once?
//
// Mum asks at 14:00, somebody else at 14:01: what the office found out about Mum is said of Mum's
// request, and never of the newest by chance. An answer goes to the one request that is ready for
// it. Where two are, nothing is answered before somebody says which: the minute in which it was
// asked, or in general words who asked (D49).
#pragma once

#include "app/register/release.h"

namespace handbell::reg {

/// What is known of the request that is meant; both may be empty.
struct WantedRequest {
  std::string asked;  ///< "14:01"; kNoTime: the door's clock was not trusted (D17)
  std::string asker;  ///< key or words of who collects: "mum"
};
inline constexpr std::string_view kNoTime = "untimed";

/// The request of `releases` (of one child, as releases_of() has them) that this step answers. Of
/// the same asker in the same minute the newest: nobody can tell them apart. Faults:
/// release_unknown where none is as wanted, release_settled where none is ready, release_unclear
/// naming all that are.
[[nodiscard]] Result<Release> request_to_answer(const std::vector<Release>& releases,
                                                ReleaseStep step, const WantedRequest& wanted);

}  // namespace handbell::reg
