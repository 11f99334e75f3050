// The addresses of letters.
//
//   GET  /letters                     what, for whom; POST shows the children
//   POST /letters/make                looks at the first, or makes a batch
//   GET  /letters/batch?batch=N       how far it is; /file is the PDF, POST /stop ends it
//   POST /letters/sent                they are on their way to the families
//   GET  /letters/sheet?kind=&pupil=  one as a PDF; /page the same to read
//   /letters/templates, /letters/logo the school's wording and logo (wording_routes.h)
#pragma once

#include "app/office/letters/letter_batches.h"
#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes letters_routes(const std::shared_ptr<LetterBatches>& batches);

}  // namespace handbell::office
