// The addresses of the page Register.
//
//   GET  /register          the own class, or the choice of classes; ?class=Owls&session=am
//                           &change=ID one child of a register that was sent; &again=1 all of it
//   POST /register/send     marks and the headcount, in one transaction
//   POST /register/seen     one child at the door was seen, at once
//   POST /register/change   one child, with a reason
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes take_routes();

}  // namespace handbell::office
