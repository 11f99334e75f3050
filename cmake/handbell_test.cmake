# handbell_test(name SOURCES ... USES ... LINKS ... LABELS ... TIMEOUT n [ALONE])
#
# One GoogleTest program for one folder of tests. The label `quick` is the default. ALONE: beside no
# other test, since it presses, hears and waits as a person does.
find_package(GTest REQUIRED)
find_package(rapidcheck REQUIRED)
include(GoogleTest)

# What nearly every test includes is compiled once: the whole build takes a third less of the time.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/test_headers.cpp CONTENT "int main() {}\n")
add_executable(test_headers ${CMAKE_BINARY_DIR}/test_headers.cpp)
target_link_libraries(test_headers PRIVATE GTest::gmock rapidcheck handbell_flags)
target_compile_options(test_headers PRIVATE -O0)
target_precompile_headers(test_headers PRIVATE
  <gtest/gtest.h> <rapidcheck.h> <nlohmann/json.hpp> <filesystem> <fstream> <functional> <regex>)

function(handbell_test name)
  cmake_parse_arguments(ARG "ALONE" "TIMEOUT" "SOURCES;USES;LINKS;LABELS" ${ARGN})
  if(NOT ARG_LABELS)
    set(ARG_LABELS quick)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  if(ARG_ALONE)
    set(alone RUN_SERIAL TRUE)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests/support)
  target_compile_definitions(${name} PRIVATE
    HANDBELL_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" HANDBELL_SOURCE="${CMAKE_SOURCE_DIR}"
    HANDBELL_BIN="${CMAKE_BINARY_DIR}/bin")
  target_link_libraries(${name} PRIVATE
    ${ARG_USES} ${ARG_LINKS} GTest::gmock_main rapidcheck handbell_flags)
  target_compile_options(${name} PRIVATE -O0)
  target_precompile_headers(${name} REUSE_FROM test_headers)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST
    PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} ${alone})
endfunction()
