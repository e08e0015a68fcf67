#include "connectors/curl_library.h"

#include <dlfcn.h>

#include <stdexcept>
#include <string>

namespace facteur {
namespace {

constexpr const char* file =
    "libcurl.so.4";  // the soname of every libcurl since 7.16: https://curl.se/libcurl/abi.html

[[noreturn]] void not_loaded() {
  const char* reason = dlerror();  // NOLINT(concurrency-mt-unsafe): glibc keeps it for each thread, dlerror(3)
  throw std::runtime_error(std::string(file) + " (Debian's package libcurl4) can't be loaded: " +
                           (reason == nullptr ? "no reason given" : reason));
}

template <typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  if (function == nullptr) not_loaded();
}

CurlLibrary load() {
  void* library = dlopen(file, RTLD_NOW | RTLD_LOCAL);  // stays loaded: its threads may outlive what calls it
  if (library == nullptr) not_loaded();
  CurlLibrary curl;
  find(library, "curl_global_init", curl.global_init);
  find(library, "curl_easy_init", curl.easy_init);
  find(library, "curl_easy_cleanup", curl.easy_cleanup);
  find(library, "curl_easy_setopt", curl.easy_setopt);
  find(library, "curl_easy_getinfo", curl.easy_getinfo);
  find(library, "curl_easy_strerror", curl.easy_strerror);
  find(library, "curl_multi_init", curl.multi_init);
  find(library, "curl_multi_cleanup", curl.multi_cleanup);
  find(library, "curl_multi_setopt", curl.multi_setopt);
  find(library, "curl_multi_add_handle", curl.multi_add_handle);
  find(library, "curl_multi_remove_handle", curl.multi_remove_handle);
  find(library, "curl_multi_perform", curl.multi_perform);
  find(library, "curl_multi_poll", curl.multi_poll);
  find(library, "curl_multi_wakeup", curl.multi_wakeup);
  find(library, "curl_multi_info_read", curl.multi_info_read);
  find(library, "curl_slist_append", curl.slist_append);
  find(library, "curl_slist_free_all", curl.slist_free_all);
  if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl doesn't start");
  return curl;
}

}  // namespace

const CurlLibrary& curl() {
  static const CurlLibrary library = load();
  return library;
}

}  // namespace facteur
