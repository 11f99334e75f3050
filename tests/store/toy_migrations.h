// The toy database of these tests, see sql/toy.
#pragma once

#include "app/store/migration.h"

#include <span>

namespace handbell::store {
std::span<const Migration> toy_migrations();
}
