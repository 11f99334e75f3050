# handbell_library(name PATH folder SOURCES ... USES ... LINKS ...)
#
# One library for one folder. Its headers are seen through an include folder that holds this one
# folder alone, and only by those that name it in USES: what a folder includes is what it links.
#   USES    other handbell libraries (their headers come along)
#   LINKS   packages

set(HANDBELL_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)

add_library(handbell_flags INTERFACE)
target_compile_options(handbell_flags INTERFACE ${HANDBELL_WARNINGS} -pthread)
if(HANDBELL_SANITIZE)
  target_compile_options(handbell_flags INTERFACE
    -fsanitize=${HANDBELL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(handbell_flags INTERFACE -fsanitize=${HANDBELL_SANITIZE})
  if(HANDBELL_SANITIZE MATCHES address)
    # g++ 12 takes std::regex and std::function for uninitialised under this sanitizer (PR105562).
    target_compile_options(handbell_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
  if(HANDBELL_SANITIZE MATCHES thread)
    # Boost.Asio has fences that the thread sanitizer passes over; g++ remarks each of them.
    target_compile_options(handbell_flags INTERFACE -Wno-tsan)
  endif()
endif()

function(handbell_library name)
  cmake_parse_arguments(ARG "" "PATH" "SOURCES;USES;LINKS" ${ARGN})
  set(seen ${CMAKE_BINARY_DIR}/seen/${name})
  get_filename_component(parent ${ARG_PATH} DIRECTORY)
  file(MAKE_DIRECTORY ${seen}/${parent})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${ARG_PATH} ${seen}/${ARG_PATH} SYMBOLIC)
  list(TRANSFORM ARG_SOURCES PREPEND ${CMAKE_SOURCE_DIR}/${ARG_PATH}/)
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC ${seen})
  target_link_libraries(${name} PUBLIC ${ARG_USES} ${ARG_LINKS} PRIVATE handbell_flags)
endfunction()

# handbell_program(name MAIN file USES ...): wiring only.
function(handbell_program name)
  cmake_parse_arguments(ARG "" "MAIN" "USES;LINKS" ${ARGN})
  add_executable(${name} ${CMAKE_SOURCE_DIR}/${ARG_MAIN})
  target_link_libraries(${name} PRIVATE ${ARG_USES} ${ARG_LINKS} handbell_flags)
endfunction()
