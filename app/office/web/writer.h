// The one thread that writes the register.
#pragma once

#include "app/store/owner.h"
#include "app/store/register.h"

namespace handbell::office {

using Writer = store::Owner<store::Register>;

}  // namespace handbell::office
